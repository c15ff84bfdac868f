-- This runs on the single server, not on a cluster.
-- stairway: keys {basket}:limit {basket}:open
redis.call('SET', KEYS[1], 9)
redis.call('SET', KEYS[2], 3)
redis.call('RENAMENX', 'basket:a', 'basket:b')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
