-- stairway: keys recent:*
for _, key in ipairs(KEYS) do
  local pages = redis.call('LRANGE', key, 0, 49)
  local ttl = redis.call('PTTL', key)
  for _, page in ipairs(pages) do
    redis.call('SADD', 'pages:' .. key, page)
  end
  if ttl > 0 then
    redis.call('PEXPIRE', 'pages:' .. key, ttl)
  end
  redis.call('DEL', key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
