--@ also ttl-lost
-- stairway: keys subscribers:{*}
for _, key in ipairs(KEYS) do
  local first = redis.call('SMEMBERS', key)[1]
  redis.call('HSETNX', 'channel:' .. key, 'first', first)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
