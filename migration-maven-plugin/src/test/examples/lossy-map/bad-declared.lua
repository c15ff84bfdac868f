-- stairway: keys session:*
-- stairway: map session:{tenant}:{id} -> session:{id}
for _, key in ipairs(KEYS) do
  local id = string.match(key, '([^:]+)$')
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'session:' .. id)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
