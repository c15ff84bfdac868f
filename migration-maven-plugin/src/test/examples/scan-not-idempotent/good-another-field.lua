-- stairway: keys order:*
for _, key in ipairs(KEYS) do
  local fields = redis.call('HGETALL', key)
  local order = {}
  for i = 1, #fields, 2 do
    order[fields[i]] = fields[i + 1]
  end
  if order.total then
    redis.call('HSET', key, 'total_cents', tonumber(order.total) * 100)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
