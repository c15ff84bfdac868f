--@ product redis
--@ versions 6.2 7.0
--@ migration 007
-- Sessions get a version in their key; the release before this one reads both names.
-- stairway: keys session:{*}
-- stairway: map session:{{{id}}} -> session:v2:{{{id}}} value unchanged ttl unchanged
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^session:{([^}]+)}$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'session:v2:{' .. id .. '}')
  end
end
--@ down
-- stairway: keys session:v2:{*}
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^session:v2:{([^}]+)}$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'session:{' .. id .. '}')
  end
end
