local ids = redis.call('SMEMBERS', 'users:all')
redis.call('SET', 'stats:{users}:count', #ids)
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
