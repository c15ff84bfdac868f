--@ product redis
--@ versions 6.2 7.2
--@ migration 036
-- One list becomes two, by priority. On Mondays there are 2 million mails waiting.
-- stairway: keys mailq:{*}
local r = redis
for _, key in ipairs(KEYS) do
  --@ danger keys-command: the whole list in one reply
  local all = r.call('LRANGE', key, 0, -1)
  --@ danger lua-long-loop: one RPUSH per mail, no limit
  for _, raw in ipairs(all) do
    local mail = cjson.decode(raw)
    local lane = (mail.prio or 5) < 3 and ':fast' or ':slow'
    r.call('RPUSH', key .. lane, raw)
  end
  --@ danger del-big: DEL of a list of millions, in the same breath
  --@ danger no-down: the order of the two kinds among each other is lost and no way back is given
  r.call('DEL', key)
end
