-- stairway: keys user:*
for _, key in ipairs(KEYS) do
  local mail = redis.call('HGET', key, 'mail')
  if mail then
    redis.call('HSETNX', key, 'email', mail)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
