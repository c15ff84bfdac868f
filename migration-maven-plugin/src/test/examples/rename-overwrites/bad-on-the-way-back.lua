-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'v2:' .. key)
  end
end
--@ down
-- stairway: keys v2:session:*
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAME', key, string.sub(key, 4))
  end
end
