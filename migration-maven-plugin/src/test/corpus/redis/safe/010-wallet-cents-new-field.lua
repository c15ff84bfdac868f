--@ product redis
--@ versions 6.2 7.0
--@ migration 030
-- balance_cents beside balance; the old field stays until the release after next
-- stairway: keys wallet:*
-- stairway: batch 200
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'hash' then
    local euros = tonumber(redis.call('HGET', key, 'balance') or '')
    if euros then
      redis.call('HSETNX', key, 'balance_cents', string.format('%.0f', euros * 100))
    end
  end
end
--@ down
-- stairway: keys wallet:*
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'hash' then
    redis.call('HDEL', key, 'balance_cents')
  end
end
