--@ versions 7.4 8.0
-- stairway: keys basket:*
for _, key in ipairs(KEYS) do
  local all = redis.call('HGETALL', key)
  local ttl = redis.call('PTTL', key)
  if #all > 0 then
    redis.call('HSET', 'v2:' .. key, unpack(all))
    if ttl > 0 then
      redis.call('PEXPIRE', 'v2:' .. key, ttl)
    end
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
