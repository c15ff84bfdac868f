--@ product redis
--@ versions 6.2 7.2
--@ migration 014
-- Followers get an order (score 0 for those we have). The big accounts have 4 million each.
-- stairway: keys followers:{*}
local call = redis.call
for _, key in ipairs(KEYS) do
  local uid = key:match('^followers:{([^}]+)}$')
  if uid then
    --@ danger keys-command: SMEMBERS returns the whole set at once, however large it is
    local members = call('SMEMBERS', key)
    --@ danger lua-long-loop: one ZADD per follower in one script, the server answers nobody until it is through
    for i = 1, #members do
      call('ZADD', 'followers:z:{' .. uid .. '}', 'NX', 0, members[i])
    end
  end
end
--@ down
-- stairway: keys followers:z:{*}
for _, key in ipairs(KEYS) do
  redis.call('UNLINK', key)
end
