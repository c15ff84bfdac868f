--@ product redis
--@ versions 6.2 7.0
--@ migration 012
-- The PHP login is switched off, its sessions are not read any more (30 million keys in all).
--@ danger keys-command: KEYS walks the whole keyspace in one go, every client waits
local old = redis.call('KEYS', 'PHPREDIS_SESSION:*')
--@ danger lua-long-loop: one call removes them all, however many there are
for _, key in ipairs(old) do
  --@ danger lua-undeclared-keys: the keys are not in KEYS, a cluster cannot route the script
  --@ danger no-down: the sessions are gone and no way back is given
  redis.call('UNLINK', key)
end
return #old
