-- stairway: keys user:followed-by:*
for i = 1, #KEYS do
  redis.call('DEL', KEYS[i])
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
