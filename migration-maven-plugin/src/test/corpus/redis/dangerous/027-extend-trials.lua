--@ product redis
--@ versions 6.2 7.0
--@ migration 043
-- stairway: keys trial:*
for _, key in ipairs(KEYS) do
  --@ danger version-gate: EXPIRE ... GT is 7.0 and newer, 6.2 answers with an error of syntax or arity
  redis.call('EXPIRE', key, 1209600 + #key * 60, 'GT')
  --@ danger version-gate: PEXPIRETIME is 7.0 and newer
  local at = redis.call('PEXPIRETIME', key)
  if at > 0 and redis.call('TYPE', key)['ok'] == 'hash' then
    redis.call('HSETNX', key, 'ends', string.format('%.0f', at))
  end
end
--@ down
-- stairway: keys trial:*
for _, key in ipairs(KEYS) do
  if redis.call('TYPE', key)['ok'] == 'hash' then
    redis.call('HDEL', key, 'ends')
  end
end
