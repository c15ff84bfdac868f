-- stairway: keys cache:product:*
for _, key in ipairs(KEYS) do
  local sku = string.match(key, '^cache:product:([^:]+)$')
  if sku then
    redis.call('COPY', key, 'product:page:' .. sku)
    redis.call('DEL', 'cache:product:' .. sku)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
