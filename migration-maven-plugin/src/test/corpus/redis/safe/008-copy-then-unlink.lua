--@ product redis
--@ versions 6.2 7.0
--@ migration 024
-- hashes of a handful of fields; COPY takes the expiry along and leaves a target that is there
-- stairway: keys cart:{*}
-- stairway: map cart:{{{id}}} -> customer:cart:{{{id}}}
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^cart:{([^}]+)}$')
  if id and redis.call('EXISTS', key) == 1 then
    if redis.call('COPY', key, 'customer:cart:{' .. id .. '}') == 1 then
      redis.call('UNLINK', key)
    end
  end
end
--@ down
-- stairway: keys customer:cart:{*}
for _, key in ipairs(KEYS) do
  local id = string.match(key, '^customer:cart:{([^}]+)}$')
  if id and redis.call('EXISTS', key) == 1 then
    if redis.call('COPY', key, 'cart:{' .. id .. '}') == 1 then
      redis.call('UNLINK', key)
    end
  end
end
