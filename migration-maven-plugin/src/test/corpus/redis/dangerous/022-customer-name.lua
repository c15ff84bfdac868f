--@ product redis
--@ migration 036
-- one field "name" instead of two, as the new form has it
-- stairway: keys customer:*
-- stairway: batch 100
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'hash' and redis.call('HEXISTS', key, 'name') == 0 then
    local v = redis.call('HMGET', key, 'first', 'last')
    if v[1] and v[2] then
      --@ danger lossy-map: "Anna Maria" + "de Vries" cannot be told apart afterwards
      redis.call('HSET', key, 'name', v[1] .. ' ' .. v[2])
      redis.call('HDEL', key, 'first', 'last')
    end
  end
end
--@ down
-- stairway: keys customer:*
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'hash' then
    local first, last = string.match(redis.call('HGET', key, 'name') or '', '^(%S+)%s+(.+)$')
    if first then
      --@ danger lossy-map: splits at the first blank, which is a guess
      redis.call('HSET', key, 'first', first, 'last', last)
      redis.call('HDEL', key, 'name')
    end
  end
end
