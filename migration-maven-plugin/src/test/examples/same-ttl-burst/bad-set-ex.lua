-- stairway: keys page:*
local TTL = 86400
for _, key in ipairs(KEYS) do
  redis.call('SET', 'seen:' .. key, 1, 'EX', TTL)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
