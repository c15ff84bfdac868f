-- Pages of products are found by the product's number from now on.
-- stairway: keys cache:product:*
-- stairway: map cache:product:{sku} -> product:page:{sku} value unchanged ttl unchanged
for _, key in ipairs(KEYS) do
  local sku = string.match(key, '^cache:product:([^:]+)$')
  if sku and redis.call('COPY', key, 'product:page:' .. sku) == 1 then
    redis.call('DEL', 'cache:product:' .. sku)
  end
end
