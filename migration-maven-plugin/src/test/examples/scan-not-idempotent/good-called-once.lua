-- stairway: keys config:a
if redis.call('SET', 'config:mark', 1, 'NX') then
  redis.call('INCR', KEYS[1])
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
