--@ product redis
--@ versions 6.2 7.0
--@ migration 021
-- RENAMENX takes the same time for a list of ten and of ten million
-- stairway: keys inbox:{*}
-- stairway: map inbox:{{{user}}} -> mail:inbox:{{{user}}} value unchanged ttl unchanged
for _, key in ipairs(KEYS) do
  local user = string.match(key, '^inbox:{([^}]+)}$')
  if user and redis.call('TYPE', key)['ok'] == 'list' then
    redis.call('RENAMENX', key, 'mail:inbox:{' .. user .. '}')
  end
end
--@ down
-- stairway: keys mail:inbox:{*}
for _, key in ipairs(KEYS) do
  local user = string.match(key, '^mail:inbox:{([^}]+)}$')
  if user and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'inbox:{' .. user .. '}')
  end
end
