-- Carts move beside the sessions.
-- stairway: keys cart:*
-- stairway: map cart:{id} -> customer:cart:{id} value unchanged ttl unchanged
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^cart:([^:]+)$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'customer:cart:' .. id)
  end
end
