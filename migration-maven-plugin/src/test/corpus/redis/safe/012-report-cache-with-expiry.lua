--@ product redis
--@ versions 6.2 7.0
--@ migration 034
-- a summary next to every report, for as long as the report itself lives
-- stairway: keys report:{*}
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^report:{([^}]+)}$')
  if id and redis.call('TYPE', key)['ok'] == 'string' then
    local ttl = redis.call('PTTL', key)
    local size = redis.call('STRLEN', key)
    if ttl > 0 then
      redis.call('SET', 'report:size:{' .. id .. '}', size, 'PX', ttl, 'NX')
    end
  end
end
--@ down
-- stairway: keys report:size:{*}
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
