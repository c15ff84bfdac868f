--@ product redis
--@ versions 6.2 7.2
--@ migration 037
-- Teasers are a cache: they expire, and not all of them at once (10 hours plus up to one, by the id)
-- stairway: keys article:{*}
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^article:{(%d+)}$')
  local title = id and redis.call('HGET', key, 'title')
  if title then
    local seconds = 36000 + tonumber(id) % 3600
    redis.call('SET', 'teaser:{' .. id .. '}', string.sub(title, 1, 40), 'EX', seconds, 'NX')
  end
end
--@ down
-- stairway: keys teaser:{*}
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
