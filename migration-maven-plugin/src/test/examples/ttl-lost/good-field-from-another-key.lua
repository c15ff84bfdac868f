-- stairway: keys dish:*
for _, key in ipairs(KEYS) do
  local price = redis.call('GET', 'price:' .. key)
  if price then
    redis.call('HSETNX', key, 'price', price)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
