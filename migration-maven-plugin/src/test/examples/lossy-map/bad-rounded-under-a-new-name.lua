-- stairway: keys weight:*
for _, key in ipairs(KEYS) do
  local grams = tonumber(redis.call('GET', key))
  if grams then
    redis.call('SET', 'kilos:' .. key, math.floor(grams / 1000), 'PX', math.max(1, redis.call('PTTL', key)))
    redis.call('UNLINK', key)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
