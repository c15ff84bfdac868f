-- runs on the cluster of the shop
-- stairway: keys {shop}:orders
redis.call('HSET', KEYS[1], 'layout', 2)
redis.call('SET', 'layout', 2)
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
