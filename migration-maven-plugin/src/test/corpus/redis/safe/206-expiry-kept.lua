--@ product redis
--@ versions 6.2 7.2
--@ migration 061
-- stairway: keys otp:{*}
for _, key in ipairs(KEYS) do
  local target = key .. ':v2'
  local ttl = redis.call('PTTL', key)
  if ttl > 0 and string.sub(key, -3) ~= ':v2' and redis.call('EXISTS', target) == 0 then
    redis.call('RESTORE', target, ttl, redis.call('DUMP', key))
  end
end
--@ down
-- stairway: keys otp:{*}:v2
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
