-- stairway: keys product:page:*
for _, key in ipairs(KEYS) do
  local sku = string.match(key, '^product:page:([^:]+)$')
  if sku then
    redis.call('COPY', key, 'cache:product:' .. sku)
    redis.call('DEL', key)
  end
end
