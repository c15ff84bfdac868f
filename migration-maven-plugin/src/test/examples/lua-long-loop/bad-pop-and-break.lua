--@ also no-marker
while true do
  local job = redis.call('LPOP', 'queue:mail')
  if not job then
    break
  end
  redis.call('SADD', 'mail:jobs', job)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
