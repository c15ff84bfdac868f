-- stairway: keys parcel:*
local STATES = { sent = 'moving', posted = 'moving', lost = 'lost' }
for _, key in ipairs(KEYS) do
  local state = redis.call('HGET', key, 'state')
  local new = state and STATES[state]
  if new then
    redis.call('HSET', key, 'state', new)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
