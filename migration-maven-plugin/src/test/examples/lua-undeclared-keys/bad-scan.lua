--@ also lua-long-loop
local cursor = '0'
repeat
  local page = redis.call('SCAN', cursor, 'MATCH', 'session:*', 'COUNT', 1000)
  cursor = page[1]
  for _, key in ipairs(page[2]) do
    if redis.call('EXISTS', key) == 1 then
      redis.call('RENAMENX', key, 'v2:' .. key)
    end
  end
until cursor == '0'
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
