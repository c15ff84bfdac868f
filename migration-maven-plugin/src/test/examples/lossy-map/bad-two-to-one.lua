-- stairway: keys guest:* member:*
-- stairway: map guest:{id} -> person:{id}
-- stairway: map member:{number} -> person:{number}
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^%a+:(.+)$')
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'person:' .. id)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
