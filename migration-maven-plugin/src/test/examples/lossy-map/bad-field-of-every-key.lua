-- stairway: keys user:*
for _, key in ipairs(KEYS) do
  redis.call('HDEL', key, 'middle_name')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
