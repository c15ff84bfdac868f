-- stairway: keys cart:*
for _, key in ipairs(KEYS) do
  local dump = redis.call('DUMP', key)
  local ttl = redis.call('PTTL', key)
  if ttl < 0 then
    ttl = 0
  end
  if dump then
    redis.call('RESTORE', 'v2:' .. key, ttl, dump)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
