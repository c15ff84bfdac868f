-- stairway: keys room:*
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'room:v2:' .. string.sub(key, 6))
  end
end
--@ down
-- stairway: keys room:v2:*
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'room:' .. string.sub(key, 9))
  end
end
