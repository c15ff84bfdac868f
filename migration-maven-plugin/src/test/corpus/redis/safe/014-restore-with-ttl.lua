--@ product redis
--@ versions 6.2 7.0
--@ migration 038
-- stairway: keys guestcart:{*}
-- stairway: map guestcart:{{{id}}} -> cart:guest:{{{id}}} value unchanged ttl unchanged
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^guestcart:{([^}]+)}$')
  local blob = id and redis.call('DUMP', key)
  if blob then
    local target = 'cart:guest:{' .. id .. '}'
    local ttl = redis.call('PTTL', key)
    if ttl == -1 then
      ttl = 0 -- RESTORE: without expiry, as the old key
    end
    if redis.call('EXISTS', target) == 0 then
      redis.call('RESTORE', target, ttl, blob)
      redis.call('UNLINK', key)
    end
  end
end
--@ down
-- stairway: keys cart:guest:{*}
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^cart:guest:{([^}]+)}$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'guestcart:{' .. id .. '}')
  end
end
