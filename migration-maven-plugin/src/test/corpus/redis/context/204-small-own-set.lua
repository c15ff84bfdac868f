--@ product redis
--@ versions 6.2 7.2
--@ migration 005
redis.call('SADD', '{plan}:names', 'free', 'team', 'corp')
for _, name in ipairs(redis.call('SMEMBERS', '{plan}:names')) do
  redis.call('HSETNX', '{plan}:seats', name, 5)
end
--@ down
redis.call('UNLINK', '{plan}:names', '{plan}:seats')
