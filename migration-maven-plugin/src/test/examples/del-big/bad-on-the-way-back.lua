-- stairway: keys inbox:{*}
for _, key in ipairs(KEYS) do
  redis.call('LTRIM', key, 0, 99)
end
--@ down
-- stairway: keys inbox:{*}
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key).ok == 'list' then
    redis.call('DEL', key)
  end
end
