-- stairway: keys product:page:*
for _, key in ipairs(KEYS) do
  local sku = string.match(key, '^product:page:([^:]+)$')
  if sku and redis.call('COPY', key, 'cache:product:' .. sku) == 1 then
    redis.call('DEL', key)
  end
end
