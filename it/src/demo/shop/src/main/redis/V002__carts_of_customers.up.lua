-- Carts move beside the sessions.
-- stairway: keys cart:*
-- stairway: map cart:{id} -> customer:cart:{id} value unchanged ttl unchanged
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^cart:([^:]+)$')
  local cart = redis.call('HGETALL', key)
  if id and #cart > 0 then
    redis.call('HSET', 'customer:cart:' .. id, unpack(cart))
    redis.call('DEL', key)
  end
end
