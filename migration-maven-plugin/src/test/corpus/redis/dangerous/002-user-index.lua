--@ product redis
--@ migration 4
-- one sorted set instead of a set and a list
-- stairway: keys {users}:all {users}:recent {users}:by-id

--@ danger keys-command: SMEMBERS of a set of 6 million ids builds the whole answer while everybody waits
local ids = redis.call('SMEMBERS', KEYS[1])
for i = 1, math.min(#ids, 1000) do
  redis.call('ZADD', KEYS[3], 'NX', 0, ids[i])
end

--@ danger keys-command: LRANGE 0 -1 has no bound, the list is never trimmed
local recent = redis.call('LRANGE', KEYS[2], 0, -1)
for i = 1, math.min(#recent, 1000) do
  redis.call('ZADD', KEYS[3], 'XX', 1, recent[i])
end
--@ down
-- stairway: keys {users}:by-id
redis.call('UNLINK', KEYS[1])
