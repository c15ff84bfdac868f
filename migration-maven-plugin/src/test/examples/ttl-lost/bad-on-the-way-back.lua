-- stairway: keys login:*
for _, key in ipairs(KEYS) do
  local v = redis.call('GET', key)
  if v and string.sub(v, 1, 3) ~= 'v2:' then
    redis.call('SET', key, 'v2:' .. v, 'KEEPTTL')
  end
end
--@ down
-- stairway: keys login:*
for _, key in ipairs(KEYS) do
  local v = redis.call('GET', key)
  if v and string.sub(v, 1, 3) == 'v2:' then
    redis.call('SET', key, string.sub(v, 4))
  end
end
