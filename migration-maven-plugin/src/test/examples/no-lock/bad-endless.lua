if redis.call('SETNX', 'lock:prices', 1) == 1 then
  redis.call('HSET', 'flags', 'a', 'on')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
