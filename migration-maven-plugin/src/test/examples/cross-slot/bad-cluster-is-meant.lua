-- The servers of customers are one node each, ours is a Redis Cluster.
-- stairway: keys parcel:*
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'shipment:' .. string.sub(key, 8))
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
