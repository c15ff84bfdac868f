--@ also no-down
-- stairway: keys cart:*
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  if value then
    local name = 'v2:' .. key
    local ttl = redis.call('PTTL', key)
    redis.call('SET', name, value)
    redis.call('PEXPIRE', name, ttl)
    redis.call('UNLINK', key)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
