-- stairway: keys {mailer}:defaults {mailer}:rules
local all = redis.call('HMGET', KEYS[1], 'from', 'port')
redis.call('HSETNX', KEYS[2], 'from', all[1] or 'nobody')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
