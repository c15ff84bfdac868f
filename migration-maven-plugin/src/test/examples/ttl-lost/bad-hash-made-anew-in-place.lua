--@ also lossy-map
-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  local h = redis.call('HGETALL', key)
  redis.call('DEL', key)
  for i = 1, #h, 2 do
    redis.call('HSET', key, string.lower(h[i]), h[i + 1])
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
