--@ product redis
--@ migration 031
-- Refresh tokens get a format number in front: "2|<token>"
-- stairway: keys token:refresh:*
-- stairway: batch 500
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  if value and string.sub(value, 1, 2) ~= '2|' then
    --@ danger ttl-lost: SET without KEEPTTL takes the expiry away, refresh tokens live for ever
    redis.call('SET', key, '2|' .. value)
  end
end
--@ down
-- stairway: keys token:refresh:*
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  if value and string.sub(value, 1, 2) == '2|' then
    --@ danger ttl-lost: GETSET removes the expiry as well
    redis.call('GETSET', key, string.sub(value, 3))
  end
end
