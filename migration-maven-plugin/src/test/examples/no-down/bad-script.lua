-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'v2:' .. key)
  end
end

