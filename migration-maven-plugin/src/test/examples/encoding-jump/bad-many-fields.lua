for day = 1, 366 do
  redis.call('HSETNX', 'menu:year', 'day' .. day, 'soup')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
