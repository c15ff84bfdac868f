--@ product redis
--@ versions 6.2 7.2
--@ migration 008
-- Balances go from euro to cent.
-- stairway: keys balance:*
for _, key in ipairs(KEYS) do
  local v = tonumber(redis.call('GET', key))
  if v then
    --@ danger scan-not-idempotent: a key that comes twice, or a second run, is multiplied by 10000
    redis.call('SET', key, string.format('%d', v * 100), 'KEEPTTL')
  end
end
--@ down
-- stairway: keys balance:*
for _, key in ipairs(KEYS) do
  local v = tonumber(redis.call('GET', key))
  if v then
    --@ danger scan-not-idempotent: the same on the way back
    redis.call('SET', key, string.format('%d', v / 100), 'KEEPTTL')
  end
end
