if redis.call('SET', 'mark:prices-doubled', 1, 'NX') then
  redis.call('INCRBY', 'price:base', 100)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
