local n = redis.call('GET', 'price:base')
redis.call('SET', 'price:base', tonumber(n) * 2, 'KEEPTTL')
redis.call('LPUSH', 'audit', 'doubled')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
