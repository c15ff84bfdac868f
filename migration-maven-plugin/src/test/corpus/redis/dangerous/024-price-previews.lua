--@ product redis
--@ migration 039
-- a preview next to every price, the application refreshes it
-- stairway: keys price:*
for _, key in ipairs(KEYS) do
  local sku = string.match(key, '^price:{([^}]+)}$')
  local cents = sku and redis.call('GET', key)
  if cents then
    --@ danger no-ttl-new-keys: prices end after a day, previews never; 2 million new keys that nothing removes
    redis.call('SET', 'preview:price:{' .. sku .. '}', cents, 'NX')
  end
end
--@ down
-- stairway: keys preview:price:*
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
