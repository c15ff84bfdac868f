--@ product redis
--@ versions 6.2 7.0
--@ migration 014
-- "lang;theme" as a string becomes a hash under another name, so that nobody meets a wrong type
-- stairway: keys pref:{*}
-- stairway: map pref:{{{id}}} -> prefs:{{{id}}} value changed ttl unchanged
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^pref:{([^}]+)}$')
  local text = id and redis.call('GET', key)
  if text then
    local target = 'prefs:{' .. id .. '}'
    local lang, theme = string.match(text, '^([^;]*);([^;]*)$')
    if lang and redis.call('EXISTS', target) == 0 then
      local ttl = redis.call('PTTL', key)
      redis.call('HSET', target, 'lang', lang, 'theme', theme)
      if ttl > 0 then
        redis.call('PEXPIRE', target, ttl)
      end
      redis.call('UNLINK', key)
    end
  end
end
--@ down
-- stairway: keys prefs:{*}
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^prefs:{([^}]+)}$')
  if id and redis.call('EXISTS', key) == 1 then
    local old = 'pref:{' .. id .. '}'
    local v = redis.call('HMGET', key, 'lang', 'theme')
    local ttl = redis.call('PTTL', key)
    if v[1] and v[2] and redis.call('SETNX', old, v[1] .. ';' .. v[2]) == 1 then
      if ttl > 0 then
        redis.call('PEXPIRE', old, ttl)
      end
      redis.call('UNLINK', key)
    end
  end
end
