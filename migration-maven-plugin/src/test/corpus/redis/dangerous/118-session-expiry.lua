--@ product redis
--@ versions 6.2 7.2
--@ migration 025
-- sessions of the old login have no expiry, 6 million of them
-- stairway: keys sess:{*}
for _, key in ipairs(KEYS) do
  if redis.call('TTL', key) == -1 then
    --@ danger same-ttl-burst: the same 86400 for all, millions of keys expire in the same minute tomorrow and everybody logs in again
    redis.call('EXPIRE', key, 86400)
  end
end
--@ down
-- stairway: keys sess:{*}
for _, key in ipairs(KEYS) do
  --@ danger ttl-lost: also takes the expiry of the sessions that had one before
  redis.call('PERSIST', key)
end
