-- stairway: keys mail:*
for _, key in ipairs(KEYS) do
  local v = redis.call('GET', key)
  if v then
    redis.call('HSET', 'mails', key, v)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
