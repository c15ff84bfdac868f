--@ product redis
--@ versions 6.2 7.2
--@ migration 019
-- every user hash (9 million) has a locale afterwards
local cursor, seen = '0', 0
--@ danger lua-long-loop: a cursor helps nobody when the loop stays within the script, the server is frozen for all of it
repeat
  local page = redis.call('SCAN', cursor, 'MATCH', 'user:*', 'COUNT', 1000, 'TYPE', 'hash')
  cursor = page[1]
  for _, key in ipairs(page[2]) do
    --@ danger lua-undeclared-keys: keys out of SCAN instead of KEYS
    --@ danger no-down: afterwards nobody knows which users had no locale
    seen = seen + redis.call('HSETNX', key, 'locale', 'en')
  end
until cursor == '0'
return seen
