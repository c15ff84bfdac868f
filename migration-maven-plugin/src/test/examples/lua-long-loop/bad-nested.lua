local shops = 1000
for shop = 1, shops do
  for item = 1, 10 * 10 do
    redis.call('HSET', 'shop:' .. shop, 'item' .. item, 'new')
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
