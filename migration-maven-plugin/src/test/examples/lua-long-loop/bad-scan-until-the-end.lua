--@ also lua-undeclared-keys
local cursor = '0'
repeat
  local page = redis.call('SCAN', cursor, 'MATCH', 'bill:*')
  cursor = page[1]
  for _, key in ipairs(page[2]) do
    redis.call('HSETNX', key, 'layout', 1)
  end
until cursor == '0'
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
