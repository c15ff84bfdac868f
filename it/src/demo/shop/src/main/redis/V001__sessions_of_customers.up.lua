-- Sessions are those of customers, since staff sign in elsewhere.
-- stairway: keys session:*
-- stairway: map session:{id} -> customer:session:{id} value unchanged ttl unchanged
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^session:([^:]+)$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'customer:session:' .. id)
  end
end
