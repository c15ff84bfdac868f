--@ product redis
--@ versions 6.2 7.2
--@ migration 070
-- stairway: keys inbox:{*}
for _, key in ipairs(KEYS) do
  local newest = redis.call('LRANGE', key, 0, 9)
  local preview = string.sub(key, 7) .. ' DEL KEYS FLUSHDB'
  if #newest > 0 then
    redis.call('HSETNX', 'preview:' .. string.sub(key, 7), 'text', preview)
  end
end
--@ down
-- stairway: keys preview:{*}
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
