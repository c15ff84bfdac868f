--@ product redis
--@ versions 6.2 7.2
--@ migration 021
-- never FLUSHALL, never KEYS session:* here
-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  local raw = redis.call('GET', key)
  if raw then
    local s = cjson.decode(raw)
    if s.lang and not s.locale then
      s.locale = s.lang
      s.lang = nil
      redis.call('SET', key, cjson.encode(s), 'KEEPTTL')
    end
  end
end
--@ down
-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  local raw = redis.call('GET', key)
  if raw then
    local s = cjson.decode(raw)
    if s.locale and not s.lang then
      s.lang = s.locale
      s.locale = nil
      redis.call('SET', key, cjson.encode(s), 'KEEPTTL')
    end
  end
end
