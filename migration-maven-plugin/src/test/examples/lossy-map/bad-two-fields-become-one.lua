-- stairway: keys guest:*
for _, key in ipairs(KEYS) do
  local parts = redis.call('HMGET', key, 'street', 'house')
  if parts[1] and parts[2] then
    redis.call('HSETNX', key, 'address', parts[1] .. ' ' .. parts[2])
    redis.call('HDEL', key, 'street', 'house')
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
