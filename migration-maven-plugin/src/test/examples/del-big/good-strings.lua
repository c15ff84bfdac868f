-- stairway: keys login:*
for _, key in ipairs(KEYS) do
  local v = redis.call('GET', key)
  local ttl = redis.call('PTTL', key)
  if v and ttl > 0 then
    redis.call('SET', 'v2:' .. key, v, 'PX', ttl)
    redis.call('DEL', key)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
