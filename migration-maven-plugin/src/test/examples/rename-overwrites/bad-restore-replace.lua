-- stairway: keys cart:{*}
for _, key in ipairs(KEYS) do
  local blob = redis.call('DUMP', key)
  local ttl = math.max(0, redis.call('PTTL', key))
  if blob then
    redis.call('RESTORE', 'basket:' .. key, ttl, blob, 'REPLACE')
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
