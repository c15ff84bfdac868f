-- stairway: keys order:*
for _, key in ipairs(KEYS) do
  redis.call('HINCRBY', key, 'revision', 1)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
