--@ product redis
--@ migration 025
-- step one: remember what every tenant has used (in MB)
-- stairway: keys quota:*
for _, key in ipairs(KEYS) do
  local tenant = string.match(key, '^quota:{([^}]+)}$')
  local used = tenant and redis.call('GET', key)
  if used then
    redis.call('SET', 'quotamb:{' .. tenant .. '}', used, 'EX', 86400 + math.random(7200))
  end
end
--@ down
-- stairway: keys quotamb:*
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
--@ migration 026
-- step two: write it as bytes
-- stairway: keys quotamb:*
for _, key in ipairs(KEYS) do
  local tenant = string.match(key, '^quotamb:{([^}]+)}$')
  local mb = tenant and redis.call('GET', key)
  if mb then
    --@ danger non-atomic-rmw: value was read by an earlier migration; INCRBYs of the application in between are overwritten
    --@ danger no-down: the old figure in MB is not restored by anything
    redis.call('SET', 'quota:{' .. tenant .. '}', string.format('%.0f', tonumber(mb) * 1048576), 'KEEPTTL')
  end
end
