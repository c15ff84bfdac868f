-- The large shelves have two million each.
-- stairway: keys shelf:{*}
local call = redis.call
for _, key in ipairs(KEYS) do
  local last = call('lrange', key, 0, -1)
  call('HSETNX', 'rack:' .. key, 'books', #last)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
