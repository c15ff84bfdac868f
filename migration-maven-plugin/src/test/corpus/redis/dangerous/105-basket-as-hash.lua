--@ product redis
--@ versions 6.2 7.2
--@ migration 022
-- basket:{id}: text -> hash, so that a line can be changed alone
-- stairway: keys basket:{*}
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key).ok == 'string' then
    local raw = redis.call('GET', key)
    local b = cjson.decode(raw)
    redis.call('UNLINK', key)
    --@ danger type-change: shop servers of the running release do GET on this name and get WRONGTYPE
    --@ danger ttl-lost: the new hash has no expiry, baskets lived 14 days
    redis.call('HSET', key, 'owner', b.owner, 'raw', raw)
  end
end
--@ down
-- stairway: keys basket:{*}
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key).ok == 'hash' then
    local raw = redis.call('HGET', key, 'raw')
    if raw then redis.call('SET', key, raw, 'KEEPTTL') end
  end
end
