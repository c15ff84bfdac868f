-- stairway: keys player:*
for _, key in ipairs(KEYS) do
  redis.call('ZINCRBY', 'ranking', 10, key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
