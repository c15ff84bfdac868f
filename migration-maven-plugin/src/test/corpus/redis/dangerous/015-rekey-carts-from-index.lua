--@ product redis
--@ versions 6.2 7.0
--@ migration 017
-- the set of active carts tells which ones to bring into the new layout
-- stairway: keys {carts}:active
local cursor = redis.call('GET', '{carts}:rekey-cursor') or '0'
local answer = redis.call('SSCAN', KEYS[1], cursor, 'COUNT', 200)
for _, id in ipairs(answer[2]) do
  local key = 'cart:' .. id
  --@ danger lua-undeclared-keys: names are built in the script; a cluster sends it to the node of {carts}:active, where these keys are not
  if redis.call('HEXISTS', key, 'layout') == 0 and redis.call('EXISTS', key) == 1 then
    --@ danger lua-undeclared-keys: writes a key that is not in KEYS
    redis.call('HSET', key, 'layout', 2)
  end
end
redis.call('SET', '{carts}:rekey-cursor', answer[1], 'EX', 3600)
--@ down
-- stairway: keys cart:*
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'hash' then
    redis.call('HDEL', key, 'layout')
  end
end
