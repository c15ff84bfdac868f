--@ also no-down no-marker
-- stairway: keys cart:*
for _, key in ipairs(KEYS) do
  if redis.call('COPY', key, 'v2:' .. key) == 1 then
    redis.call('UNLINK', key)
  end
  local done = redis.call('COPY', key, 'v3:' .. key)
  if done == 0 then
    return redis.error_reply('taken')
  end
  redis.call('DEL', key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
