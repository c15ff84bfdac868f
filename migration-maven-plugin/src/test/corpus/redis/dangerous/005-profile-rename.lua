--@ product redis
--@ versions 6.2 7.0
--@ migration 007
-- Profiles and the profiles of the mobile app come together.
-- stairway: keys mprofile:*
-- stairway: map mprofile:{{{id}}} -> profile:{{{id}}} value unchanged ttl unchanged
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^mprofile:{(%d+)}$')
  if id and redis.call('EXISTS', key) == 1 then
    --@ danger rename-overwrites: who uses web and app has profile:{id} already; RENAME deletes it (like DEL) and puts the mobile one in its place
    redis.call('RENAME', key, 'profile:{' .. id .. '}')
  end
end
--@ down
-- stairway: keys profile:*
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^profile:{(%d+)}$')
  if id and redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'mprofile:{' .. id .. '}')
  end
end
