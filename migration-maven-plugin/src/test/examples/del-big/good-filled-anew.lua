redis.call('DEL', 'lookup:countries')
redis.call('HSET', 'lookup:countries', 'DE', 'Germany', 'FR', 'France')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
