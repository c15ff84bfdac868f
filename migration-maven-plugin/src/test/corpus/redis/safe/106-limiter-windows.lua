--@ product redis
--@ versions 6.2 7.2
--@ migration 007
-- The new limiter reads rl:v2:{ip}; a window that is open keeps its count and its end.
-- stairway: keys rl:{*}
local call = redis.call
for _, key in ipairs(KEYS) do
  local ip = string.match(key, '^rl:{([^}]+)}$')
  if ip then
    local ttl, hits = call('PTTL', key), call('GET', key)
    if hits and ttl > 0 then
      call('SET', 'rl:v2:{' .. ip .. '}', hits, 'PX', ttl, 'NX')
    end
  end
end
--@ down
-- stairway: keys rl:v2:{*}
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
