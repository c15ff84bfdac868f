-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  local ttl = redis.call('PTTL', key)
  local target = 'v2:' .. key
  if value and ttl > 0 then
    redis.call('SET', target, value, 'PX', ttl)
  elseif value then
    redis.call('SET', target, value)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
