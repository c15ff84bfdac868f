--@ product redis
--@ versions 6.2 7.2
--@ migration 006
-- flags:index is a sorted set with the names of the flags (some 60)
-- stairway: keys flags:index
local rcall = redis.call
for _, name in ipairs(rcall('ZRANGE', KEYS[1], 0, 99)) do
  --@ danger lua-undeclared-keys: the names come out of the data, a cluster cannot know the slots before it runs
  rcall('HSETNX', 'flag:' .. name, 'owner', 'platform')
end
--@ down
-- stairway: keys flags:index
local rcall = redis.call
for _, name in ipairs(rcall('ZRANGE', KEYS[1], 0, 99)) do
  --@ danger lua-undeclared-keys: the same on the way back
  rcall('HDEL', 'flag:' .. name, 'owner')
end
