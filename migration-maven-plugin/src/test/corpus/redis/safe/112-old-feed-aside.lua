--@ product redis
--@ versions 6.2 7.2
--@ migration 049
-- No DEL of the old feeds yet: out of the way under a name of the same slot, the next release drops them.
-- stairway: keys feed:{*}
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, 'trash:' .. key)
  end
end
--@ down
-- stairway: keys trash:feed:{*}
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then
    redis.call('RENAMENX', key, string.sub(key, #'trash:' + 1))
  end
end
