-- stairway: keys price:*
for _, key in ipairs(KEYS) do
  local price = redis.call('GET', key)
  if price then
    redis.call('SET', key, tonumber(price) * 100, 'KEEPTTL')
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
