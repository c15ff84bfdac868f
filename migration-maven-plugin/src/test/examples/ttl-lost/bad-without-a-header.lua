local v = redis.call('GET', KEYS[1])
redis.call('SET', KEYS[2], v)
redis.call('UNLINK', KEYS[1])
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
