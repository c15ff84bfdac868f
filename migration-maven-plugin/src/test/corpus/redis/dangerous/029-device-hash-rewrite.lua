--@ product redis
--@ versions 7.4
--@ migration 048
-- fields "push:*" of a device end by themselves (HEXPIRE, since 7.4)
-- stairway: keys device:*
-- stairway: per key
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'hash' and redis.call('HEXISTS', key, 'fmt') == 0 then
    local v = redis.call('HMGET', key, 'os', 'push:token')
    if v[1] and v[2] then
      --@ danger field-ttl-lost: HSET on the field again drops its expiry, dead push tokens stay for ever
      redis.call('HSET', key, 'fmt', 2, 'push:token', 'v2:' .. v[2])
    end
  end
end
--@ down
-- stairway: keys device:*
for _, key in ipairs(KEYS) do
  if redis.call('HGET', key, 'fmt') == '2' then
    local token = redis.call('HGET', key, 'push:token')
    --@ danger field-ttl-lost: here as well
    if token then redis.call('HSET', key, 'push:token', string.sub(token, 4)) end
    redis.call('HDEL', key, 'fmt')
  end
end
