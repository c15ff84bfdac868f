--@ product redis
--@ versions 6.2 7.0
--@ migration 033
-- preferences: "lang=de;theme=dark" becomes a hash under the very same name
-- stairway: keys prefs:*
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'string' then
    local text = redis.call('GET', key)
    local ttl = redis.call('PTTL', key)
    redis.call('UNLINK', key)
    for name, value in string.gmatch(text, '(%w+)=([^;]*)') do
      --@ danger type-change: servers of the old release still GET this name and receive WRONGTYPE
      redis.call('HSET', key, name, value)
    end
    if ttl > 0 then redis.call('PEXPIRE', key, ttl) end
  end
end
--@ down
-- stairway: keys prefs:*
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'hash' then
    local v = redis.call('HMGET', key, 'lang', 'theme')
    local ttl = redis.call('PTTL', key)
    redis.call('UNLINK', key)
    --@ danger type-change: back to a string under the same name, now the new release gets WRONGTYPE
    redis.call('SET', key, 'lang=' .. (v[1] or '') .. ';theme=' .. (v[2] or ''))
    if ttl > 0 then redis.call('PEXPIRE', key, ttl) end
  end
end
