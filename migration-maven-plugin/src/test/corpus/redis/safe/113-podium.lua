--@ product redis
--@ versions 6.2 7.2
--@ migration 018
-- The first 50 of every board, nothing like 0 -1
-- stairway: keys board:{*}
for _, key in ipairs(KEYS) do
  local name = string.match(key, '^board:{([^}]+)}$')
  if name then
    local podium = 'podium:{' .. name .. '}'
    local top = redis.call('ZRANGE', key, 0, 49, 'REV', 'WITHSCORES')
    for i = 1, #top, 2 do
      redis.call('ZADD', podium, top[i + 1], top[i])
    end
    redis.call('EXPIRE', podium, 604800 + 60 * #name)
  end
end
--@ down
-- stairway: keys podium:{*}
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
