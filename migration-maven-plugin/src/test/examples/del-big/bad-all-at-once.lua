-- stairway: keys user:followed-by:*
redis.call('DEL', unpack(KEYS))
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
