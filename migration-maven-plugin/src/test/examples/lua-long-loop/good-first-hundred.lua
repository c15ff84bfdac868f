-- stairway: keys {dish}:new {dish}:all
local ids = redis.call('ZRANGE', KEYS[2], 0, 99)
for at = 1, math.min(#ids, 100) do
  redis.call('ZADD', KEYS[1], 'NX', at, ids[at])
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
