-- avatars of guests have no expiry
-- stairway: keys avatar:*
for _, key in ipairs(KEYS) do
  if redis.call('TTL', key) == -1 then
    redis.call('EXPIRE', key, 3600 + math.random(3600))
  end
end
--@ down
-- stairway: keys avatar:*
for _, key in ipairs(KEYS) do
  redis.call('PERSIST', key)
end
