--@ product redis
--@ versions 6.2 7.0
--@ migration 015
-- carts of guests: 48 h, as always
-- stairway: keys guestcart:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^guestcart:{([^}]+)}$')
  if id then
    local target = 'cart:guest:{' .. id .. '}'
    local blob = redis.call('DUMP', key)
    if blob and redis.call('EXISTS', target) == 0 then
      --@ danger ttl-lost: a ttl of 0 means without expiry; DUMP does not carry it
      redis.call('RESTORE', target, 0, blob)
      redis.call('UNLINK', key)
    end
  end
end
--@ down
-- stairway: keys cart:guest:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^cart:guest:{([^}]+)}$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'guestcart:{' .. id .. '}')
  end
end
