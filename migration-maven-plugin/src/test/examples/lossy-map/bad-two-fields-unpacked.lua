-- stairway: keys guest:*
for _, key in ipairs(KEYS) do
  local street, house = unpack(redis.call('HMGET', key, 'street', 'house'))
  if street and house then
    redis.call('HSETNX', key, 'address', string.format('%s %s', street, house))
    redis.call('HDEL', key, 'street')
    redis.call('HDEL', key, 'house')
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
