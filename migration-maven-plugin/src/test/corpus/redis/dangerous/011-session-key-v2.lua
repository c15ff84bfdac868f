--@ product redis
--@ versions 6.2 7.0
--@ migration 006
-- production is a cluster of six nodes, staging a single server
-- stairway: keys session:user:*
-- stairway: map session:user:{id} -> session:v2:user:{id} value unchanged ttl unchanged
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^session:user:([^:]+)$')
  if id and redis.call('EXISTS', key) == 1 then
    --@ danger cross-slot: without a hash tag the two names are in different slots; works on staging only
    redis.call('RENAMENX', key, 'session:v2:user:' .. id)
  end
end
--@ down
-- stairway: keys session:v2:user:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^session:v2:user:([^:]+)$')
  if id and redis.call('EXISTS', key) == 1 then
    --@ danger cross-slot: the way back has the same fault
    redis.call('RENAMENX', key, 'session:user:' .. id)
  end
end
