-- stairway: keys order:*
for _, key in ipairs(KEYS) do
  if redis.call('HSETNX', key, 'counted', 1) == 1 then
    redis.call('INCR', 'stats:orders')
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
