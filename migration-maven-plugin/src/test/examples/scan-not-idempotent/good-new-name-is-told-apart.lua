-- stairway: keys room:*
for _, key in ipairs(KEYS) do
  local number = string.match(key, '^room:(%d+)$')
  if number and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'room:v2:' .. number)
  end
end
--@ down
-- stairway: keys room:v2:*
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'room:' .. string.sub(key, 9))
  end
end
