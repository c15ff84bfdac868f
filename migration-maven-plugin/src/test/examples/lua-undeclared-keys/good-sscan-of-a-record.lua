-- stairway: keys team:*
for _, key in ipairs(KEYS) do
  local cursor = '0'
  repeat
    local page = redis.call('SSCAN', key, cursor, 'COUNT', 100)
    cursor = page[1]
    for _, member in ipairs(page[2]) do
      redis.call('HSETNX', 'config:teams', member, 'on')
    end
  until cursor == '0'
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
