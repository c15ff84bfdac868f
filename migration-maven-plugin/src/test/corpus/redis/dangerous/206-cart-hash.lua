--@ product redis
--@ versions 6.2 7.2
--@ migration 033
-- stairway: keys cart:*
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key).ok == 'string' then
    local cart = cjson.decode(redis.call('GET', key))
    local ttl = redis.call('PTTL', key)
    redis.call('UNLINK', key)
    for sku, qty in pairs(cart) do
      --@ danger type-change: a hash where the running release does GET, it gets WRONGTYPE
      redis.call('HSET', key, sku, qty)
    end
    if ttl > 0 then redis.call('PEXPIRE', key, ttl) end
  end
end
--@ down
-- stairway: keys cart:*
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key).ok == 'hash' then
    local cart = {}
    local n = 0
    local cursor = '0'
    repeat
      local r = redis.call('HSCAN', key, cursor, 'COUNT', 100)
      cursor = r[1]
      for i = 1, #r[2], 2 do
        cart[r[2][i]] = tonumber(r[2][i + 1])
        n = n + 1
      end
    until cursor == '0' or n > 500
    if n <= 500 then
      --@ danger type-change: a string again where the new release expects a hash
      redis.call('SET', key, cjson.encode(cart), 'KEEPTTL')
    end
  end
end
