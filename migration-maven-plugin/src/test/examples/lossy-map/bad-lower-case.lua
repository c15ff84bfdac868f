-- stairway: keys user:*
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, string.lower(key))
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
