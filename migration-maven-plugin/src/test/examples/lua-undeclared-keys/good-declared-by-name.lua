-- stairway: keys config:a config:b
redis.call('SET', KEYS[2], 'on')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
