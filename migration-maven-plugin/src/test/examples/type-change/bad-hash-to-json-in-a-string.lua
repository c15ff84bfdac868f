-- stairway: keys profile:*
for _, key in ipairs(KEYS) do
  local fields = redis.call('HGETALL', key)
  local ttl = redis.call('PTTL', key)
  if #fields > 0 then
    redis.call('UNLINK', key)
    redis.call('SET', key, cjson.encode(fields))
    if ttl > 0 then
      redis.call('PEXPIRE', key, ttl)
    end
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
