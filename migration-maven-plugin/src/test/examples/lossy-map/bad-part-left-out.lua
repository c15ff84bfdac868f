-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  local tenant, id = string.match(key, '^session:([^:]+):([^:]+)$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'v2:session:' .. id)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
