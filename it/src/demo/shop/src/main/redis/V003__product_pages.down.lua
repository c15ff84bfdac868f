-- stairway: keys product:page:*
for _, key in ipairs(KEYS) do
  local sku = string.match(key, '^product:page:([^:]+)$')
  if sku and redis.call('EXISTS', key) == 1 then
    redis.call('RENAME', key, 'cache:product:' .. sku)
  end
end
