-- Sessions get a version in their key.
-- stairway: keys session:user:*
-- stairway: map session:user:{id} -> session:v2:user:{id} value unchanged ttl unchanged
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^session:user:(.+)$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'session:v2:user:' .. id)
  end
end
