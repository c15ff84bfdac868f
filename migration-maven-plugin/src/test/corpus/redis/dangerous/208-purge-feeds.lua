--@ product redis
--@ versions 6.2 7.2
--@ migration 040
--@ danger keys-command: walks over every key of the server at once
--@ danger lua-undeclared-keys: names found in the script, not declared in KEYS
local found = redis.call('KEYS', 'feed:old:*')
--@ danger lua-long-loop: as many rounds as there are feeds, nobody is answered meanwhile
for i = 1, #found do
  --@ danger del-big: lists of up to a million entries are freed in the main thread
  --@ danger no-down: the entries are gone
  redis.call('DEL', found[i])
end
