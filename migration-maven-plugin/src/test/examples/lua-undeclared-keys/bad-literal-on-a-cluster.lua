--@ product redis-cluster
-- stairway: keys user:*
for _, key in ipairs(KEYS) do
  redis.call('SADD', 'index:users', key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
