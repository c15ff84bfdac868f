--@ product redis
--@ versions 6.2 7.2
--@ migration 015
-- Session texts say which format they have: "2;" in front. A second run changes nothing.
-- stairway: keys session:{*}
for _, key in ipairs(KEYS) do
  local raw = redis.call('GET', key)
  if raw and string.sub(raw, 1, 2) ~= '2;' then
    redis.call('SET', key, '2;' .. raw, 'XX', 'KEEPTTL')
  end
end
--@ down
-- stairway: keys session:{*}
for _, key in ipairs(KEYS) do
  local raw = redis.call('GET', key)
  if raw and string.sub(raw, 1, 2) == '2;' then
    redis.call('SET', key, string.sub(raw, 3), 'XX', 'KEEPTTL')
  end
end
