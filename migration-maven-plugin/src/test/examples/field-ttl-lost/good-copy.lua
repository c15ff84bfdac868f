--@ versions 8.0
-- stairway: keys basket:*
for _, key in ipairs(KEYS) do
  redis.call('COPY', key, 'v2:' .. key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
