-- stairway: keys seat:*
for _, key in ipairs(KEYS) do
  local row, place = string.match(redis.call('HGET', key, 'seat') or '', '^(%a+)/(%d+)$')
  if row then
    redis.call('HSET', key, 'row', row, 'place', place)
    redis.call('HDEL', key, 'seat')
  end
end
--@ down
-- stairway: keys seat:*
for _, key in ipairs(KEYS) do
  local row = redis.call('HGET', key, 'row')
  if row then
    redis.call('HSETNX', key, 'seat', row .. '/' .. redis.call('HGET', key, 'place'))
  end
end
