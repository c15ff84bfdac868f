-- stairway: keys ticket:*
for _, key in ipairs(KEYS) do
  redis.pcall('renamenx', key, key .. ':closed')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
