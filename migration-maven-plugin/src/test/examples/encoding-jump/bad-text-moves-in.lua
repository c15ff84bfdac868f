-- stairway: keys dish:*
for _, key in ipairs(KEYS) do
  local text = redis.call('GET', 'recipe:text:' .. key)
  if text then
    redis.call('HSETNX', key, 'text', text)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
