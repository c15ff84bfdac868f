--@ also keys-command lua-undeclared-keys
local ids = redis.call('SMEMBERS', 'customers')
for at = 1, #ids do
  redis.call('HSETNX', 'customer:' .. ids[at], 'layout', 1)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
