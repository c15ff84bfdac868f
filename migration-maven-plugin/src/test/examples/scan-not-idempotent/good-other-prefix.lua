-- stairway: keys ticket:*
for _, key in ipairs(KEYS) do
  if string.sub(key, -7) ~= ':closed' then
    redis.call('RENAMENX', key, key .. ':closed')
  end
  redis.call('RENAMENX', 'x:' .. key, 'old:' .. key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
