--@ product redis
--@ versions 6.2 7.2
--@ migration 033
-- stairway: keys cart:{*}
for _, key in ipairs(KEYS) do
  local raw = redis.call('GET', key)
  if raw then
    local cart = cjson.decode(raw)
    local copy = key .. ':h'
    if cart.total then
      redis.call('HSET', copy, 'total', cart.total)
      local ttl = redis.call('PTTL', key)
      if ttl > 0 then redis.call('PEXPIRE', copy, ttl) end
    end
  end
end
--@ down
-- stairway: keys cart:{*}:h
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
