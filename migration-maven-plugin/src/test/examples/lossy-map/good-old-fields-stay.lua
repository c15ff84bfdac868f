-- stairway: keys guest:*
for _, key in ipairs(KEYS) do
  local parts = redis.call('HMGET', key, 'street', 'house')
  if parts[1] and parts[2] then
    redis.call('HSETNX', key, 'address', parts[1] .. ' ' .. parts[2])
  end
end
--@ down
-- stairway: keys guest:*
for _, key in ipairs(KEYS) do
  redis.call('HDEL', key, 'address')
end
