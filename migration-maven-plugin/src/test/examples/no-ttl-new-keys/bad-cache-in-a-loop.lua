for id = 1, 50 do
  redis.call('SET', 'cache:page:' .. id, 'empty')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
