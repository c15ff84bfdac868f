--@ versions 7.4 8.0
-- the fields of a voucher end one by one, by HEXPIRE
-- stairway: keys voucher:{*}
for _, key in ipairs(KEYS) do
  local at = '0'
  repeat
    local page = redis.call('HSCAN', key, at)
    at = page[1]
    for i = 1, #page[2], 2 do
      redis.call('HSET', key, page[2][i], string.upper(page[2][i + 1]))
    end
  until at == '0'
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
