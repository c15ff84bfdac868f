--@ versions 7.4
-- the field code ends by itself (HEXPIRE)
-- stairway: keys login:{*}
for _, key in ipairs(KEYS) do
  local code = redis.call('HGET', key, 'code')
  if code and #code < 8 then
    redis.call('HSET', key, 'code', string.rep('0', 8 - #code) .. code)
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
