-- stairway: keys cache:*
for _, key in ipairs(KEYS) do
  redis.call('EXPIRE', key, 3600 + math.random(600))
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
