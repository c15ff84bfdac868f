--@ product redis
--@ versions 6.2 7.0
--@ migration 016
-- Thumbnails without an expiry get one between 7 and 8 days. They can be rendered again at any time.
-- The spread comes from the name, so a second call gives the same.
-- stairway: keys thumb:*
-- stairway: batch 500
for _, key in ipairs(KEYS) do
  if redis.call('TTL', key) == -1 then
    local spread = tonumber(string.sub(redis.sha1hex(key), 1, 6), 16) % 86400
    redis.call('EXPIRE', key, 604800 + spread)
  end
end
--@ down
-- every thumbnail had no expiry before
-- stairway: keys thumb:*
for _, key in ipairs(KEYS) do
  redis.call('PERSIST', key)
end
