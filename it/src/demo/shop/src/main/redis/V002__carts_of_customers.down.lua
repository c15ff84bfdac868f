-- stairway: keys customer:cart:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^customer:cart:([^:]+)$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'cart:' .. id)
  end
end
