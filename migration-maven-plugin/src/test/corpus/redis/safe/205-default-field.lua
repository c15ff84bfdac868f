--@ product redis
--@ versions 6.2 7.2
--@ migration 041
-- stairway: keys profile:*
for _, key in ipairs(KEYS) do
  redis.call('HSETNX', key, 'v2_theme', 'light')
end
--@ down
-- stairway: keys profile:*
for _, key in ipairs(KEYS) do
  redis.call('HDEL', key, 'v2_theme')
end
