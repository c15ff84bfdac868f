-- stairway: keys guest:*
for _, key in ipairs(KEYS) do
  redis.call('HSETNX', key, 'layout', 2)
end
--@ down
-- stairway: keys guest:*
for _, key in ipairs(KEYS) do
  local street, house = string.match(redis.call('HGET', key, 'address') or '', '^(.-)%s+(%d+)$')
  if street then
    redis.call('HSET', key, 'street', street, 'house', house)
    redis.call('HDEL', key, 'address')
  end
end
