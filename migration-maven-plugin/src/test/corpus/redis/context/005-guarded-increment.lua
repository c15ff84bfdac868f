--@ product redis
--@ versions 6.2 7.0
--@ migration 057
-- The figure of the old shop is added once; the marker makes a second call harmless.
-- stairway: keys {stats}:orders {stats}:orders:imported
if redis.call('SETNX', KEYS[2], '48211') == 1 then
  redis.call('INCRBY', KEYS[1], 48211)
end
--@ down
-- stairway: keys {stats}:orders {stats}:orders:imported
local imported = redis.call('GET', KEYS[2])
if imported then
  redis.call('DECRBY', KEYS[1], imported)
  redis.call('UNLINK', KEYS[2])
end
