-- stairway: keys user:*
for _, key in ipairs(KEYS) do
  local cursor = '0'
  repeat
    local page = redis.call('HSCAN', key, cursor)
    cursor = page[1]
    for i = 1, #page[2], 2 do
      redis.call('HSETNX', key, string.lower(page[2][i]), page[2][i + 1])
    end
  until cursor == '0'
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
