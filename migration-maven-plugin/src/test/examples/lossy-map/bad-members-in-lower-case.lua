-- stairway: keys tags:*
for _, key in ipairs(KEYS) do
  local ttl = redis.call('PTTL', key)
  local tags = redis.call('SMEMBERS', key)
  redis.call('UNLINK', key)
  for _, tag in ipairs(tags) do
    redis.call('SADD', key, tag:lower())
  end
  if ttl > 0 then redis.call('PEXPIRE', key, ttl) end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
