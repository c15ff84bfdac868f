-- stairway: keys user:*
for _, key in ipairs(KEYS) do
  local first = redis.call('HGET', key, 'first')
  local last = redis.call('HGET', key, 'last')
  if first and last then
    redis.call('HSET', key, 'name', first .. ' ' .. last)
    redis.call('HDEL', key, 'first', 'last')
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
