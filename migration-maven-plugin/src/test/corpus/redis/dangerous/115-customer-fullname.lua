--@ product redis
--@ versions 6.2 7.2
--@ migration 010
-- CRM-77: one field for the name
-- stairway: keys customer:{*}
for _, key in ipairs(KEYS) do
  local n = redis.call('HMGET', key, 'first', 'last')
  if n[1] and n[2] then
    redis.call('HSET', key, 'name', n[1] .. ' ' .. n[2])
    --@ danger lossy-map: where the first name of "Anna Maria van den Berg" ends is known to nobody any more
    redis.call('HDEL', key, 'first', 'last')
  end
end
--@ down
-- stairway: keys customer:{*}
for _, key in ipairs(KEYS) do
  local name = redis.call('HGET', key, 'name')
  if name then
    local first, last = name:match('^(%S+) (.+)$')
    if first then
      redis.call('HSET', key, 'first', first, 'last', last)
      redis.call('HDEL', key, 'name')
    end
  end
end
