-- stairway: keys cart:*
local function move(from, to)
  if redis.call('EXISTS', from) == 0 then
    return
  end
  redis.call('RENAME', from, to)
end
for i = 1, #KEYS do
  move(KEYS[i], 'customer:' .. KEYS[i])
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
