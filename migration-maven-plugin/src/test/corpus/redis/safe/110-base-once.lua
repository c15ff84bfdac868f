--@ product redis
--@ versions 6.2 7.2
--@ migration 013
-- HINCRBY is not idempotent, so: a lock that ends by itself, and a mark in the hash
-- stairway: keys stats:{*}
for _, key in ipairs(KEYS) do
  local lock = 'lock:' .. string.match(key, '{[^}]+}')
  if redis.call('SET', lock, 'm013', 'NX', 'PX', 30000) then
    if redis.call('HGET', key, 'schema') ~= '2' then
      redis.call('HINCRBY', key, 'base', 1000)
      redis.call('HSET', key, 'schema', '2')
    end
    if redis.call('GET', lock) == 'm013' then redis.call('UNLINK', lock) end
  end
end
--@ down
-- stairway: keys stats:{*}
for _, key in ipairs(KEYS) do
  local lock = 'lock:' .. string.match(key, '{[^}]+}')
  if redis.call('SET', lock, 'm013', 'NX', 'PX', 30000) then
    if redis.call('HGET', key, 'schema') == '2' then
      redis.call('HINCRBY', key, 'base', -1000)
      redis.call('HDEL', key, 'schema')
    end
    if redis.call('GET', lock) == 'm013' then redis.call('UNLINK', lock) end
  end
end
