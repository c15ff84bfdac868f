-- stairway: keys badge:*
for _, key in ipairs(KEYS) do
  local new = string.gsub(key, '^badge:', 'badge:v2:')
  redis.call('RENAMENX', key, new)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
