--@ product redis
--@ versions 6.2 7.2
--@ migration 033
-- Who is in a room: set -> sorted set with the time of the last sign of life. A room takes 200 people.
-- stairway: keys room:{*}:online
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key).ok == 'set' then
    local ttl = redis.call('PTTL', key)
    local people = redis.call('SRANDMEMBER', key, 200)
    redis.call('UNLINK', key)
    for _, who in ipairs(people) do
      --@ danger type-change: gateways of the running release do SADD and SCARD on this name and get WRONGTYPE
      redis.call('ZADD', key, 0, who)
    end
    if ttl > 0 then redis.call('PEXPIRE', key, ttl) end
  end
end
--@ down
-- stairway: keys room:{*}:online
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key).ok == 'zset' then
    local ttl = redis.call('PTTL', key)
    local people = redis.call('ZRANGE', key, 0, 199)
    redis.call('UNLINK', key)
    for _, who in ipairs(people) do redis.call('SADD', key, who) end
    if ttl > 0 then redis.call('PEXPIRE', key, ttl) end
  end
end
