--@ product redis
--@ versions 7.4 8.0
--@ migration 009
-- device:{id} field otp lives 120 s by HEXPIRE, the rest of the hash has no expiry
-- stairway: keys device:{*}
for _, key in ipairs(KEYS) do
  local otp = redis.call('HGET', key, 'otp')
  if otp and otp:sub(1, 3) ~= 'v2:' then
    --@ danger field-ttl-lost: HSET on a field removes its expiry, the one-time codes become valid for ever
    redis.call('HSET', key, 'otp', 'v2:' .. otp)
  end
end
--@ down
-- stairway: keys device:{*}
for _, key in ipairs(KEYS) do
  local otp = redis.call('HGET', key, 'otp')
  if otp and otp:sub(1, 3) == 'v2:' then
    --@ danger field-ttl-lost: the same on the way back
    redis.call('HSET', key, 'otp', otp:sub(4))
  end
end
