--@ product redis
--@ versions 6.2 7.0
--@ migration 041
-- 5 million thumbnails without expiry fill the memory
-- stairway: keys thumb:*
for _, key in ipairs(KEYS) do
  if redis.call('TTL', key) == -1 then
    --@ danger same-ttl-burst: all end in the same minute a day from now: expiry cycles and a stampede on the renderer
    redis.call('EXPIRE', key, 86400)
  end
end
--@ down
-- stairway: keys thumb:*
for _, key in ipairs(KEYS) do
  redis.call('PERSIST', key)
end
