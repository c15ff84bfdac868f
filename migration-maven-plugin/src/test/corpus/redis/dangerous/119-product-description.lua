--@ product redis
--@ versions 6.2 7.2
--@ migration 018
-- product:{sku} has five short fields and is a listpack, 3 million of them. The texts (2 KB) join them.
-- stairway: keys product:{*}
for _, key in ipairs(KEYS) do
  local sku = string.match(key, '^product:{([^}]+)}$')
  local text = sku and redis.call('GET', 'desc:{' .. sku .. '}')
  if text then
    --@ danger encoding-jump: a value over 64 bytes turns the whole hash from listpack into a hash table, memory multiplies
    redis.call('HSET', key, 'description', text)
    --@ danger no-ttl-new-keys: a page cache without an expiry grows until the memory is full
    redis.call('SET', 'page:{' .. sku .. '}', '<p>' .. text .. '</p>', 'NX')
  end
end
--@ down
-- stairway: keys product:{*}
for _, key in ipairs(KEYS) do
  local sku = string.match(key, '^product:{([^}]+)}$')
  if sku then
    redis.call('HDEL', key, 'description')
    redis.call('UNLINK', 'page:{' .. sku .. '}')
  end
end
