--@ product redis
--@ versions 6.2 7.0
--@ migration 035
-- e-mail addresses are compared without case from now on
-- stairway: keys {login}:failures:*
for _, key in ipairs(KEYS) do
  local mail = string.match(key, '^{login}:failures:(.+)$')
  local lower = mail and string.lower(mail)
  if lower and lower ~= mail and redis.call('EXISTS', key) == 1 then
    --@ danger lossy-map: Ann@x.org and ann@x.org become one key, the second one is thrown away
    --@ danger no-down: nobody knows afterwards how the name was written
    if redis.call('RENAMENX', key, '{login}:failures:' .. lower) == 0 then
      redis.call('UNLINK', key)
    end
  end
end
