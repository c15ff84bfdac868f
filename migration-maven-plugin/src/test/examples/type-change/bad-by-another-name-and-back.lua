--@ also rename-overwrites
-- stairway: keys recent:*
for _, key in ipairs(KEYS) do
  local pages = redis.call('LRANGE', key, 0, 49)
  local ttl = redis.call('PTTL', key)
  local built = 'tmp:' .. key
  for at, page in ipairs(pages) do
    redis.call('ZADD', built, at, page)
  end
  if ttl > 0 then
    redis.call('PEXPIRE', built, ttl)
  end
  if #pages > 0 then
    redis.call('RENAME', built, key)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
