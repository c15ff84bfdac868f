-- stairway: keys visits:*
for _, key in ipairs(KEYS) do
  local n = redis.call('GET', key)
  if n then
    redis.call('INCRBY', 'total:' .. string.match(key, '^visits:(.+)$'), n)
    redis.call('DEL', key)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
