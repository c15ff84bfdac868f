if redis.call('SISMEMBER', 'users:seen', 'nobody') == 0 then
  redis.call('DEL', 'users:seen')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
