-- stairway: keys user:*
for _, key in ipairs(KEYS) do
  local id = redis.call('HGET', key, 'id')
  if id then
    redis.call('HSET', key, 'id', 'u-' .. id)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
