-- stairway: keys order:*
for _, key in ipairs(KEYS) do
  redis.call('HSET', key, 'revision', 2)
  redis.call('SADD', 'orders:seen', key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
