--@ product redis
--@ versions 6.2 7.2
--@ migration 032
-- A consumer group for the audit; BUSYGROUP means that it is there already.
-- stairway: keys {orders}:events
for _, key in ipairs(KEYS) do
  local r = redis.pcall('XGROUP', 'CREATE', key, 'audit', '$')
  if type(r) == 'table' and r.err and not string.find(r.err, 'BUSYGROUP', 1, true) then
    return redis.error_reply(r.err)
  end
end
--@ down
-- stairway: keys {orders}:events
for _, key in ipairs(KEYS) do
  redis.call('XGROUP', 'DESTROY', key, 'audit')
end
