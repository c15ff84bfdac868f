redis.call('HSET', 'user:' .. ARGV[1], 'plan', 'free')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
