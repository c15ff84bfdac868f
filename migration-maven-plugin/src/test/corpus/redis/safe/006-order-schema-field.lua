--@ product redis
--@ migration 018
-- stairway: keys order:draft:*
-- stairway: batch 300
-- stairway: block 5ms
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'hash' then
    redis.call('HSETNX', key, 'schema', '1')
  end
end
--@ down
-- stairway: keys order:draft:*
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'hash' then
    redis.call('HDEL', key, 'schema')
  end
end
