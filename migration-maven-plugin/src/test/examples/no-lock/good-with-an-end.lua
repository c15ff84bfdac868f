if redis.call('SET', 'lock:prices', 'migration', 'NX', 'PX', 30000) then
  redis.call('HSET', 'flags', 'a', 'on')
  redis.call('DEL', 'lock:prices')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
