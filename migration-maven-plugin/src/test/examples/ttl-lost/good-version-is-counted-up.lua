local version = tonumber(redis.call('GET', 'schema:version') or '0')
if version < 7 then
  redis.call('SET', 'schema:version', 7)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
