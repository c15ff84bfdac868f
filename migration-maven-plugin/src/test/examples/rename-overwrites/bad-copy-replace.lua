-- stairway: keys cart:*
for _, key in ipairs(KEYS) do
  redis.call('COPY', key, 'customer:' .. key, 'REPLACE')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
