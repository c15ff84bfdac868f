-- stairway: keys parcel:*
local STATES = { sent = 'moving', posted = 'waiting', lost = 'gone' }
for _, key in ipairs(KEYS) do
  local state = redis.call('HGET', key, 'state')
  local new = state and STATES[state]
  if new then
    redis.call('HSET', key, 'state', new)
  end
end
--@ down
-- stairway: keys parcel:*
local STATES = { moving = 'sent', waiting = 'posted', gone = 'lost' }
for _, key in ipairs(KEYS) do
  local state = redis.call('HGET', key, 'state')
  local old = state and STATES[state]
  if old then
    redis.call('HSET', key, 'state', old)
  end
end
