-- stairway: keys avatar:*
for _, key in ipairs(KEYS) do
  redis.call('HSETNX', key, 'size', 'small')
end
--@ down
-- stairway: keys avatar:*
for _, key in ipairs(KEYS) do
  redis.call('PERSIST', key)
end
