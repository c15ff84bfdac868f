--@ product redis
--@ versions 6.2 7.0
--@ migration 050
-- scratch keys for the merge of the country lists, 27 members at most
-- stairway: keys {import}:countries {import}:seen
for _, code in ipairs({ 'DE', 'AT', 'CH' }) do
  redis.call('SADD', KEYS[1], code)
end
redis.call('SADD', KEYS[2], 'DE')
--@ down
-- stairway: keys {import}:countries {import}:seen
redis.call('DEL', KEYS[1], KEYS[2])
--@ migration 051
-- 050 is of the same release, nobody else knows these names
-- stairway: keys {import}:countries {import}:seen
redis.call('DEL', KEYS[1], KEYS[2])
--@ down
-- stairway: keys {import}:countries {import}:seen
for _, code in ipairs({ 'DE', 'AT', 'CH' }) do
  redis.call('SADD', KEYS[1], code)
end
redis.call('SADD', KEYS[2], 'DE')
