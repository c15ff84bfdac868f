--@ versions 7.4 8.0
-- stairway: keys login:{*}
for _, key in ipairs(KEYS) do
  redis.call('HSETNX', key, 'layout', 2)
end
--@ down
-- fields of a login expire one by one
-- stairway: keys login:{*}
for _, key in ipairs(KEYS) do
  local v = redis.call('HMGET', key, 'code', 'layout')
  if v[1] and v[2] == '2' then
    redis.call('HSET', key, 'code', string.sub(v[1], 2))
    redis.call('HDEL', key, 'layout')
  end
end
