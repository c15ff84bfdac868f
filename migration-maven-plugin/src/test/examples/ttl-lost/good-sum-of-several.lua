-- stairway: keys score:{*}:mon
for _, key in ipairs(KEYS) do
  local base = string.sub(key, 1, -4)
  local sum = 0
  for _, day in ipairs({ 'mon', 'tue', 'wed' }) do
    sum = sum + tonumber(redis.call('GET', base .. day) or '0')
  end
  redis.call('SET', base .. 'sum', sum, 'NX')
end
--@ down
-- stairway: keys score:{*}:sum
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
