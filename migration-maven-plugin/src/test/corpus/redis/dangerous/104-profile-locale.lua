--@ product redis
--@ versions 6.2 7.2
--@ migration 008
-- profile:{id} is a JSON text with 30 days to live, renewed at login
-- stairway: keys profile:{*}
for _, key in ipairs(KEYS) do
  local raw = redis.call('GET', key)
  if raw then
    local p = cjson.decode(raw)
    if p.locale == nil then
      p.locale = 'en'
      --@ danger ttl-lost: a plain SET takes the expiry away, the profiles of people who never return stay for ever
      redis.call('SET', key, cjson.encode(p))
    end
  end
end
--@ down
-- stairway: keys profile:{*}
for _, key in ipairs(KEYS) do
  local raw = redis.call('GET', key)
  if raw then
    local p = cjson.decode(raw)
    p.locale = nil
    redis.call('SET', key, cjson.encode(p), 'KEEPTTL')
  end
end
