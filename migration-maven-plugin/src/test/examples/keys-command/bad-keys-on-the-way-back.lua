--@ also lua-long-loop lua-undeclared-keys
-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'v2:' .. key)
  end
end
--@ down
for _, key in ipairs(redis.call('KEYS', 'v2:session:*')) do
  redis.call('RENAMENX', key, string.sub(key, 4))
end
