redis.call('SET', 'layout', '2')
--@ down
for _, id in ipairs(redis.call('SRANDMEMBER', 'baskets', 50)) do
  redis.call('HDEL', 'basket:' .. id, 'layout')
end
