--@ product redis
--@ versions 6.2 7.2
--@ migration 021
-- Sessions expire after 30 minutes; the field "lang" is now called "locale".
-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  local raw = redis.call('GET', key)
  if raw then
    local s = cjson.decode(raw)
    if s.lang then
      s.locale = s.lang
      s.lang = nil
      --@ danger ttl-lost: SET without KEEPTTL, the sessions never expire again
      redis.call('SET', key, cjson.encode(s))
    end
  end
end
--@ down
-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  local raw = redis.call('GET', key)
  if raw then
    local s = cjson.decode(raw)
    if s.locale then
      s.lang = s.locale
      s.locale = nil
      redis.call('SET', key, cjson.encode(s), 'KEEPTTL')
    end
  end
end
