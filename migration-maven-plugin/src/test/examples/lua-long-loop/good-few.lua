for shard = 0, 15 do
  redis.call('HSETNX', 'shard:' .. shard, 'state', 'new')
end
for _, name in ipairs({'a', 'b'}) do
  redis.call('HSETNX', 'config:' .. name, 'state', 'new')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
