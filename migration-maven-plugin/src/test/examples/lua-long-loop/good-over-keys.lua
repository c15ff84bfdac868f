-- stairway: keys shop:item:*
for i = 1, #KEYS do
  redis.call('HSETNX', KEYS[i], 'state', 'new')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
