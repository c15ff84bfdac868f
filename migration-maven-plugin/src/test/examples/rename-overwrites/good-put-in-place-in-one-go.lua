redis.call('ZUNIONSTORE', '{rank}:new', 2, '{rank}:a', '{rank}:b')
redis.call('RENAME', '{rank}:new', '{rank}:all')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
