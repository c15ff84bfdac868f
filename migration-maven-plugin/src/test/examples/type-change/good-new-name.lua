-- stairway: keys profile:*
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  local ttl = redis.call('PTTL', key)
  if value then
    local target = 'v2:' .. key
    redis.call('HSET', target, 'name', cjson.decode(value).name)
    if ttl > 0 then
      redis.call('PEXPIRE', target, ttl)
    end
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
