-- stairway: keys queue:mail
local jobs = redis.call('LRANGE', KEYS[1], 0, -1)
redis.call('SET', 'stats:mail', #jobs)
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
