-- stairway: keys session:user:*
local function move(from, to)
  local old, new = redis.call('EXISTS', from), redis.call('EXISTS', to)
  if old == 0 or new == 1 then
    return
  end
  redis.call('RENAME', from, to)
end
for _, key in ipairs(KEYS) do
  move(key, 'v2:' .. key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
