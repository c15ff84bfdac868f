--@ product redis
--@ migration 052
-- stairway: keys {cfg}:mail:defaults
redis.call('HSET', KEYS[1], 'from', 'no-reply@example.org', 'retries', '5', 'tls', 'on', 'port', '587')
--@ down
-- stairway: keys {cfg}:mail:defaults
redis.call('UNLINK', KEYS[1])
--@ migration 053
-- stairway: keys {cfg}:mail:defaults {cfg}:mail
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  redis.call('HSETNX', KEYS[2], all[i], all[i + 1])
end
--@ down
-- {cfg}:mail is a new name in this release
-- stairway: keys {cfg}:mail
redis.call('UNLINK', KEYS[1])
