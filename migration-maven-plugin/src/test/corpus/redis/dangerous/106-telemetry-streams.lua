--@ product redis
--@ versions 6.2 7.2
--@ migration 040
-- Telemetry goes to the time series store; the streams held up to 8 million entries each.
-- stairway: keys telemetry:{*}
local n = 0
for _, key in ipairs(KEYS) do
  --@ danger del-big: DEL frees millions of entries while everybody waits, UNLINK would not
  --@ danger no-down: the entries are gone and no way back is given
  local ok = pcall(redis.call, 'DEL', key)
  if ok then n = n + 1 end
end
return n
