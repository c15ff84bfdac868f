--@ product redis
--@ versions 7.4 8.0
--@ migration 050
-- tokens of devices expire field by field (HEXPIRE); they get the prefix v2.
-- stairway: keys device:tokens:*
for _, key in ipairs(KEYS) do
  local cursor = '0'
  repeat
    local r = redis.call('HSCAN', key, cursor, 'COUNT', 200)
    cursor = r[1]
    for i = 1, #r[2], 2 do
      if string.sub(r[2][i + 1], 1, 3) ~= 'v2.' then
        --@ danger field-ttl-lost: HSET takes the expiry off the field, the token never expires
        redis.call('HSET', key, r[2][i], 'v2.' .. r[2][i + 1])
      end
    end
  until cursor == '0'
end
--@ down
-- stairway: keys device:tokens:*
for _, key in ipairs(KEYS) do
  local cursor = '0'
  repeat
    local r = redis.call('HSCAN', key, cursor, 'COUNT', 200)
    cursor = r[1]
    for i = 1, #r[2], 2 do
      if string.sub(r[2][i + 1], 1, 3) == 'v2.' then
        --@ danger field-ttl-lost: the same on the way back
        redis.call('HSET', key, r[2][i], string.sub(r[2][i + 1], 4))
      end
    end
  until cursor == '0'
end
