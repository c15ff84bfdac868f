-- stairway: keys price:*
for _, key in ipairs(KEYS) do
  local price = redis.call('GET', key)
  if price and string.find(price, '.', 1, true) then
    redis.call('SET', key, math.ceil(tonumber(price) * 100) .. '', 'KEEPTTL')
  end
end
--@ also lossy-map
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
