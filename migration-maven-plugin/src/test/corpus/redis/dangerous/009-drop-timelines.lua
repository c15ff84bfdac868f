--@ product redis
--@ versions 6.2 7.0
--@ migration 044
-- Timelines are computed on read now; lists hold up to 800 000 entries.
-- stairway: keys timeline:home:*
-- stairway: per key
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'list' then
    --@ danger del-big: DEL frees 800 000 elements in the main thread, UNLINK would not
    --@ danger no-down: no inverse, and the lists cannot be computed for closed accounts
    redis.call('DEL', key)
  end
end
