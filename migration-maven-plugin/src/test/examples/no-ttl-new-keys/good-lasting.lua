for id = 1, 50 do
  redis.call('HSET', 'shelf:' .. id, 'state', 'new')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
