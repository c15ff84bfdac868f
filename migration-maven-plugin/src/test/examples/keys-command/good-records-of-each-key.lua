-- stairway: keys user:*
for _, key in ipairs(KEYS) do
  local user = redis.call('HGETALL', key)
  for i = 1, #user, 2 do
    if user[i] == 'mail' then
      redis.call('HSETNX', key, 'email', user[i + 1])
    end
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
