--@ product redis
--@ versions 6.2 7.0
--@ migration 056
-- Settings of tenants never expire; a key with an expiry is somebody's test and left alone.
-- Readers of both releases know both spellings.
-- stairway: keys tenant:tz:*
for _, key in ipairs(KEYS) do
  if redis.call('PTTL', key) == -1 and redis.call('GET', key) == 'MEZ' then
    redis.call('SET', key, 'Europe/Berlin|MEZ')
  end
end
--@ down
-- stairway: keys tenant:tz:*
for _, key in ipairs(KEYS) do
  if redis.call('PTTL', key) == -1 and redis.call('GET', key) == 'Europe/Berlin|MEZ' then
    redis.call('SET', key, 'MEZ')
  end
end
