redis.call('SELECT', 1)
redis.call('HSET', 'flags', 'a', 'on')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
