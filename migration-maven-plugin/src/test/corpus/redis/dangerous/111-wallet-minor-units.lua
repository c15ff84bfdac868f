--@ product redis
--@ versions 6.2 7.2
--@ migration 027
-- whole euros -> cents
-- stairway: keys wallet:{*}:balance
for _, key in ipairs(KEYS) do
  local euros = tonumber(redis.call('GET', key))
  if euros then
    --@ danger scan-not-idempotent: a key that SCAN returns twice, or a second run, is multiplied twice
    redis.call('SET', key, string.format('%.0f', euros * 100), 'KEEPTTL')
  end
end
--@ down
-- stairway: keys wallet:{*}:balance
for _, key in ipairs(KEYS) do
  local cents = tonumber(redis.call('GET', key))
  if cents then
    --@ danger scan-not-idempotent: divided twice in the same way
    redis.call('SET', key, string.format('%.0f', cents / 100), 'KEEPTTL')
  end
end
