for i = 1, 1000000 do
  redis.call('HSET', 'shop:item:' .. i, 'state', 'new')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
