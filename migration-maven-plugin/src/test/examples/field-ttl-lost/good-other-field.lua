--@ versions 7.4
-- the field code ends by itself (HEXPIRE)
-- stairway: keys login:{*}
for _, key in ipairs(KEYS) do
  local code = redis.call('HGET', key, 'code')
  if code then
    redis.call('HSET', key, 'digits', #code)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
