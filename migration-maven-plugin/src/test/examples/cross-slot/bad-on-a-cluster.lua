--@ product redis-cluster
-- stairway: keys session:user:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^session:user:(.+)$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'session:v2:user:' .. id)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
