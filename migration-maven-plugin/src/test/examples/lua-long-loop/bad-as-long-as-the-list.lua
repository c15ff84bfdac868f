local n = redis.call('LLEN', 'queue:mail')
for i = 0, n - 1 do
  local job = redis.call('LINDEX', 'queue:mail', i)
  redis.call('SADD', 'mail:jobs', job)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
