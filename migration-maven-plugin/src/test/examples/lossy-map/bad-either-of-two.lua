-- stairway: keys parcel:*
for _, key in ipairs(KEYS) do
  local state = redis.call('HGET', key, 'state')
  if state == 'sent' or state == 'posted' then
    redis.call('HSET', key, 'state', 'moving')
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
