--@ product redis
--@ versions 6.2 7.0
--@ migration 042
-- Description text moves into the product hash, roles get names instead of numbers.
-- (hash-max-listpack-value 64, set-max-intset-entries 512: the defaults)
-- stairway: keys product:*
-- stairway: per key
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^product:{(%d+)}$')
  local text = id and redis.call('GET', 'descr:{' .. id .. '}')
  if text and redis.call('EXISTS', key) == 1 then
    --@ danger encoding-jump: one value over 64 bytes turns the compact hash into a table, several times the memory for 3 million products
    redis.call('HSET', key, 'descr', text)
    --@ danger encoding-jump: the first member that is no integer turns the intset into a table
    redis.call('SADD', 'product:roles:{' .. id .. '}', 'viewer')
  end
end
--@ down
-- stairway: keys product:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^product:{(%d+)}$')
  if id then
    redis.call('HDEL', key, 'descr')
    redis.call('SREM', 'product:roles:{' .. id .. '}', 'viewer')
  end
end
