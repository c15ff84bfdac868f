--@ product redis
--@ versions 6.2 7.0
--@ migration 028
-- balances in cents instead of euros
-- stairway: keys wallet:*
-- stairway: batch 200
for _, key in ipairs(KEYS) do
  local euros = tonumber(redis.call('HGET', key, 'balance') or '')
  if euros then
    --@ danger scan-not-idempotent: SCAN may give a key twice, then it is multiplied by 10 000; nothing marks what is done
    redis.call('HSET', key, 'balance', string.format('%.0f', euros * 100))
  end
end
--@ down
-- stairway: keys wallet:*
for _, key in ipairs(KEYS) do
  local cents = tonumber(redis.call('HGET', key, 'balance') or '')
  if cents then
    --@ danger scan-not-idempotent: divides again on every call
    redis.call('HSET', key, 'balance', string.format('%.2f', cents / 100))
  end
end
