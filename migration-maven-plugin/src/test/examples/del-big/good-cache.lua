-- stairway: keys cache:page:*
for _, key in ipairs(KEYS) do
  redis.call('DEL', key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
