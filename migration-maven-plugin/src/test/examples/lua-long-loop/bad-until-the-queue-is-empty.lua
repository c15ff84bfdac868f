--@ also no-marker
while redis.call('LLEN', '{mail}:queue') > 0 do
  redis.call('RPOPLPUSH', '{mail}:queue', '{mail}:archive')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
