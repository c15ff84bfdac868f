--@ product redis
--@ versions 6.2 7.2
--@ migration 038
-- acct:Jo@example.org and acct:jo@example.org are the same person (cluster of 3)
-- stairway: keys acct:*@*
local function move(from)
  local to = string.lower(from)
  if to ~= from then
    --@ danger lossy-map: several spellings end in one key, no way back can tell them apart
    --@ danger rename-overwrites: the account that is there already is destroyed
    --@ danger cross-slot: the two spellings hash to different slots
    --@ danger no-down: and none is given
    redis.call('RENAME', from, to)
  end
end
for _, key in ipairs(KEYS) do move(key) end
