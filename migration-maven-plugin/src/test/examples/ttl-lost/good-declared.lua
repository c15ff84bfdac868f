-- stairway: keys report:*
-- stairway: map report:{id} -> archive:report:{id} value unchanged ttl changed
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  if value then
    redis.call('SET', 'archive:' .. key, value)
    redis.call('DEL', key)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
