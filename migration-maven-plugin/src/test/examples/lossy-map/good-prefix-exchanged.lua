-- stairway: keys session:user:*
for _, key in ipairs(KEYS) do
  local target = 'v2:' .. string.sub(key, #'session:' + 1)
  local other = string.gsub(key, '^session:user:', 'v2:user:')
  if redis.call('EXISTS', key) == 1 and target == other then
    redis.call('RENAMENX', key, other)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
