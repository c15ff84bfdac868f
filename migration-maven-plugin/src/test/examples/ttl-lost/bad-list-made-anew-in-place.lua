-- stairway: keys recent:*
for _, key in ipairs(KEYS) do
  local pages = redis.call('LRANGE', key, 0, 49)
  if #pages > 0 then
    redis.call('UNLINK', key)
    for _, page in ipairs(pages) do
      redis.call('RPUSH', key, 'p:' .. page)
    end
  end
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
