-- stairway: keys profile:*
for _, key in ipairs(KEYS) do
  local name = redis.call('HGET', key, 'name')
  if name then
    redis.call('HSETNX', key, 'title', name)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
