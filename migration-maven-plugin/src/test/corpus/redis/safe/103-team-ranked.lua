--@ product redis
--@ versions 6.2 7.2
--@ migration 011
-- At most 20 pages of about 100; the caller goes on with the cursor that comes back.
-- SSCAN may return a name twice, ZADD NX does not mind.
-- stairway: keys team:{7}:members
if not KEYS[1] then return '0' end
local ranked = string.gsub(KEYS[1], ':members$', ':ranked')
local cursor = ARGV[1] or '0'
for _ = 1, 20 do
  local page = redis.call('SSCAN', KEYS[1], cursor, 'COUNT', 100)
  cursor = page[1]
  for _, name in ipairs(page[2]) do
    redis.call('ZADD', ranked, 'NX', 0, name)
  end
  if cursor == '0' then break end
end
return cursor
--@ down
-- stairway: keys team:{7}:ranked
if KEYS[1] then redis.call('UNLINK', KEYS[1]) end
