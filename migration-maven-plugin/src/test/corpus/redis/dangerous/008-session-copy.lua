--@ product redis
--@ migration 008
-- stairway: keys session:*
-- stairway: map session:{{{id}}} -> session:v2:{{{id}}} value changed ttl unchanged
local FIELDS = { 'user', 'csrf', 'locale' }
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^session:{([^}]+)}$')
  if id and redis.call('EXISTS', key) == 1 then
    local v = redis.call('HMGET', key, 'user', 'csrf', 'locale')
    local target = 'session:v2:{' .. id .. '}'
    for i, name in ipairs(FIELDS) do
      if v[i] then
        --@ danger ttl-lost: the new hash is written without PEXPIRE, sessions never end and memory grows
        redis.call('HSETNX', target, name, v[i])
      end
    end
    redis.call('UNLINK', key)
  end
end
--@ down
-- stairway: keys session:v2:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^session:v2:{([^}]+)}$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'session:{' .. id .. '}')
  end
end
