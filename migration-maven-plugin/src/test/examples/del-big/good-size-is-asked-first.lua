if redis.call('LLEN', 'queue:mail') < 100 then
  redis.call('DEL', 'queue:mail')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
