-- stairway: keys cart:*
for _, key in ipairs(KEYS) do
  local cart = redis.call('HGETALL', key)
  local ttl = redis.call('PTTL', key)
  if #cart > 0 then
    local target = 'customer:' .. key
    redis.call('HSET', target, unpack(cart))
    if ttl > 0 then
      redis.call('PEXPIRE', target, ttl)
    end
    redis.call('DEL', key)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
