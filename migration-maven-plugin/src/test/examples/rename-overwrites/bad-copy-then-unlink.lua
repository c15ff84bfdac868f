--@ also no-down no-marker
-- stairway: keys cart:*
for _, key in ipairs(KEYS) do
  redis.call('COPY', key, 'v2:' .. key)
  redis.call('UNLINK', key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
