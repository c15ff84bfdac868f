-- stairway: keys session:user:*
for _, key in ipairs(KEYS) do
  local target = 'v2:' .. key
  if redis.call('EXISTS', key) == 1 and redis.call('EXISTS', target) == 0 then
    redis.call('RENAME', key, target)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
