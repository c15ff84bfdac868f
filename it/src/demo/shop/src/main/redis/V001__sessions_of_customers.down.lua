-- stairway: keys customer:session:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^customer:session:([^:]+)$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'session:' .. id)
  end
end
