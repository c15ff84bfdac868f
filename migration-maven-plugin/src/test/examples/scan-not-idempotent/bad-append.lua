-- stairway: keys note:*
for _, key in ipairs(KEYS) do
  redis.call('APPEND', key, ';v2')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
