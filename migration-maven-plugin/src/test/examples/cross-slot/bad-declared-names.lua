-- stairway: keys {basket}:limit {order}:limit
redis.call('SET', KEYS[1], 9)
redis.call('SET', KEYS[2], 3)
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
