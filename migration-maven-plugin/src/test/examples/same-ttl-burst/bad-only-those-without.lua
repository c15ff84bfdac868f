--@ also ttl-lost
-- stairway: keys avatar:*
for _, key in ipairs(KEYS) do
  if redis.call('PTTL', key) < 0 then
    redis.call('PEXPIRE', key, 3600000)
  end
end
--@ down
-- stairway: keys avatar:*
for _, key in ipairs(KEYS) do
  redis.call('PERSIST', key)
end
