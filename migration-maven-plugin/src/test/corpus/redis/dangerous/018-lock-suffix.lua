--@ product redis
--@ migration 029
-- stairway: keys lease:*
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    -- lease:{42} becomes lease:{42}:shared
    --@ danger scan-not-idempotent: the new name matches the pattern too, so it grows to ...:shared:shared when SCAN meets it
    redis.call('RENAMENX', key, key .. ':shared')
  end
end
--@ down
-- stairway: keys lease:*
for _, key in ipairs(KEYS) do
  local old = string.match(key, '^(lease:{[^}]+}):shared$')
  if old and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, old)
  end
end
