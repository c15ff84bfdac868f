-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  if value then
    local session = cjson.decode(value)
    session.version = 2
    redis.call('SET', key, cjson.encode(session), 'KEEPTTL')
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
