--@ product redis
--@ versions 6.2 7.2
--@ migration 021
-- wishlist:{id} (text) stays for the release that runs now, wishlist:v2:{id} (hash) comes beside it:
-- same tag, so the same slot; same expiry.
-- stairway: keys wishlist:{*}
for _, key in ipairs(KEYS) do
  local id = key:match('^wishlist:{([^}]+)}$')
  local raw = id and redis.call('GET', key)
  local target = id and ('wishlist:v2:{' .. id .. '}')
  if raw and redis.call('EXISTS', target) == 0 then
    local w = cjson.decode(raw)
    redis.call('HSET', target, 'title', type(w.title) == 'string' and w.title or '', 'raw', raw)
    local ttl = redis.call('PTTL', key)
    if ttl > 0 then redis.call('PEXPIRE', target, ttl) end
  end
end
--@ down
-- stairway: keys wishlist:v2:{*}
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
