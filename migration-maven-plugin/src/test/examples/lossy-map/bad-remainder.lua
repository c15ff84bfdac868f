-- stairway: keys user:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^user:(%d+)$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'shard:' .. (tonumber(id) % 16))
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
