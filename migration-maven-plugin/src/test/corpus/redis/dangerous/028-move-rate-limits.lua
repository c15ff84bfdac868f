--@ product redis
--@ versions 6.2 7.0
--@ migration 046
-- rate limits get a database of their own (2)
-- stairway: keys ratelimit:*
for _, key in ipairs(KEYS) do
  --@ danger db-index: numbered databases do not exist on a cluster, MOVE fails there
  redis.call('MOVE', key, 2)
end
--@ down
-- called once; the names are few and known
-- stairway: keys ratelimit:{web}:login ratelimit:{web}:signup ratelimit:{web}:api
--@ danger db-index: SELECT inside the script, not allowed on a cluster
redis.call('SELECT', 2)
for _, key in ipairs(KEYS) do
  redis.call('MOVE', key, 0)
end
