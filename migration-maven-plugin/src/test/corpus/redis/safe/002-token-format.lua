--@ product redis
--@ versions 6.2 7.0
--@ migration 011
-- Refresh tokens get a format number in front; readers of both releases accept both.
-- stairway: keys token:refresh:*
-- stairway: batch 500
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  if value and string.sub(value, 1, 2) ~= '2|' then
    redis.call('SET', key, '2|' .. value, 'KEEPTTL')
  end
end
--@ down
-- stairway: keys token:refresh:*
-- stairway: batch 500
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  if value and string.sub(value, 1, 2) == '2|' then
    redis.call('SET', key, string.sub(value, 3), 'KEEPTTL')
  end
end
