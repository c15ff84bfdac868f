--@ product redis
--@ versions 6.2 7.2
--@ migration 017
-- The index by mail address becomes case-insensitive.
-- stairway: keys user:mail:*
for _, key in ipairs(KEYS) do
  local target = string.lower(key)
  if target ~= key then
    --@ danger lossy-map: Anna@x and anna@x become one key, the way back cannot tell them apart
    --@ danger rename-overwrites: the account found under the lower-case name is destroyed
    --@ danger cross-slot: the names hash to different slots
    --@ danger no-down: there is no way back at all
    redis.call('RENAME', key, target)
  end
end
