--@ also ttl-lost
-- stairway: keys {door}:sign
local text = redis.call('GET', KEYS[1])
redis.call('UNLINK', KEYS[1])
redis.call('HSET', KEYS[1], 'en', text or 'Open')
--@ down
-- stairway: keys {door}:sign
redis.call('UNLINK', KEYS[1])
