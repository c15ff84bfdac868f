-- stairway: keys cache:tool:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^cache:tool:(.+)$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('SET', 'tool:cache:' .. id, redis.call('GET', key))
    redis.call('DEL', key)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
