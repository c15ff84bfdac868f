--@ also scan-not-idempotent
-- stairway: keys cart:*
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  if value then
    redis.call('SET', key, 'v2|' .. value, 'PX', redis.call('PTTL', key))
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
