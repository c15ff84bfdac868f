local users = redis.call('HGETALL', 'users')
redis.call('SET', 'stats:users', #users / 2)
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
