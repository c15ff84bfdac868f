-- stairway: keys profile:*
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key).ok == 'string' then
    local profile = cjson.decode(redis.call('GET', key))
    local ttl = redis.call('PTTL', key)
    redis.call('DEL', key)
    redis.call('HSET', key, 'name', profile.name)
    if ttl > 0 then
      redis.call('PEXPIRE', key, ttl)
    end
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
