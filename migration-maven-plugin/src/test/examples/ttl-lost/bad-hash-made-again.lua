-- stairway: keys cart:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^cart:([^:]+)$')
  local cart = redis.call('HGETALL', key)
  if id and #cart > 0 then
    redis.call('HSET', 'customer:cart:' .. id, unpack(cart))
    redis.call('UNLINK', key)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
