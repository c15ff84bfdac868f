--@ also keys-command lua-long-loop
local ids = redis.call('SMEMBERS', 'users:all')
for _, id in ipairs(ids) do
  redis.call('HSETNX', 'user:' .. id, 'plan', 'free')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
