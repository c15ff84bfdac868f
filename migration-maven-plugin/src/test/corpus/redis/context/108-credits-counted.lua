--@ product redis
--@ versions 6.2 7.2
--@ migration 028
-- HINCRBY would pay out again on a second run; the field paid:028 is set once only and in the same script
-- stairway: keys pool:{credits}
for _, key in ipairs(KEYS) do
  if redis.call('HSETNX', key, 'paid:028', 1) == 1 then
    redis.call('HINCRBY', key, 'left', 500)
  end
end
--@ down
-- stairway: keys pool:{credits}
for _, key in ipairs(KEYS) do
  if redis.call('HDEL', key, 'paid:028') == 1 then
    redis.call('HINCRBY', key, 'left', -500)
  end
end
