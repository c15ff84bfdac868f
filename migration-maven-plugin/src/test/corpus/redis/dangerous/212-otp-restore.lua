--@ product redis
--@ versions 6.2 7.2
--@ migration 061
-- one-time passwords move from otp:<id> to otp:v2:{<id>}
-- stairway: keys otp:[0-9]*
for _, key in ipairs(KEYS) do
  local dump = redis.call('DUMP', key)
  local id = string.match(key, '^otp:(%d+)$')
  if dump and id then
    --@ danger ttl-lost: ttl 0 means no expiry, one-time passwords stay valid for ever
    --@ danger cross-slot: the new name lies in another slot than the declared key
    redis.call('RESTORE', 'otp:v2:{' .. id .. '}', 0, dump, 'REPLACE')
  end
end
--@ down
-- stairway: keys otp:v2:{*}
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
