-- stairway: keys tally:{*}
for _, key in ipairs(KEYS) do
  local lock = 'lock:' .. key
  if redis.call('SET', lock, 'x', 'NX', 'PX', 5000) then
    redis.call('HSETNX', key, 'layout', 2)
    redis.call('UNLINK', lock)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
