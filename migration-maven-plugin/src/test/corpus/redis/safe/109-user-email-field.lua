--@ product redis
--@ versions 7.4 8.0
--@ migration 020
-- user:{id}: "mail" is called "email" in the next release, both stay for now.
-- HSETNX adds a field and leaves the expiry of the others (HEXPIRE on "token") as it is.
-- stairway: keys user:{*}
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key).ok == 'hash' then
    local mail = redis.call('HGET', key, 'mail')
    if mail then redis.call('HSETNX', key, 'email', mail) end
  end
end
--@ down
-- stairway: keys user:{*}
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key).ok == 'hash' and redis.call('HEXISTS', key, 'mail') == 1 then
    redis.call('HDEL', key, 'email')
  end
end
