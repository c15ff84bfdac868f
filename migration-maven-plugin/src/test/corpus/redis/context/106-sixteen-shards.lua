--@ product redis
--@ versions 6.2 7.2
--@ migration 017
-- A loop, but of 16 always: hits:{site}:0 .. 15, all in the slot of the site
-- stairway: keys hits:{*}:0
for _, key in ipairs(KEYS) do
  local base = string.sub(key, 1, -2)
  local sum = 0
  for shard = 0, 15 do
    sum = sum + tonumber(redis.call('GET', base .. shard) or '0')
  end
  redis.call('SET', base .. 'total', string.format('%.0f', sum), 'NX')
end
--@ down
-- stairway: keys hits:{*}:total
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
