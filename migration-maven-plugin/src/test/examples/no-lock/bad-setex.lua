redis.call('SETEX', 'import:mutex', 30, 'host-7')
redis.call('RENAMENX', 'import:a', 'import:b')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
