local stock = tonumber(redis.call('GET', 'config:stock') or '0')
if stock < 10 then
  redis.call('SET', 'config:stock', 10, 'KEEPTTL')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
