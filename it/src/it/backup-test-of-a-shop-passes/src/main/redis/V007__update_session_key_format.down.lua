-- stairway: keys session:v2:user:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^session:v2:user:(.+)$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'session:user:' .. id)
  end
end
