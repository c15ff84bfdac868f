-- The word KEYS in a comment, or in 'text', is no command: redis.call('KEYS', '*')
if redis.call('SCARD', 'regions:all') < 500 then
  for _, region in ipairs(redis.call('SMEMBERS', 'regions:all')) do
    redis.call('HSETNX', 'config:regions', region, 'on')
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
