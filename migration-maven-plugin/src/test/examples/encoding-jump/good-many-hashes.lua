-- stairway: keys mail:*
for _, key in ipairs(KEYS) do
  redis.call('HSET', 'box:' .. key, 'state', 'new')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
