-- stairway: keys tool:cache:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^tool:cache:(.+)$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'cache:tool:' .. id)
  end
end
