-- stairway: keys order:*
for _, key in ipairs(KEYS) do
  redis.call('RPUSH', 'orders:all', key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
