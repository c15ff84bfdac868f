-- stairway: keys mood:*
for _, key in ipairs(KEYS) do
  local text = redis.call('GET', key)
  if text then
    redis.call('HSETNX', 'moods:' .. key, 'text', text)
  end
end
--@ also ttl-lost
--@ down
-- stairway: keys mood:*
for _, key in ipairs(KEYS) do
  local text = redis.call('HGET', key, 'text')
  if text then
    redis.call('UNLINK', key)
    redis.call('SET', key, text, 'EX', 60)
  end
end
