--@ also lua-long-loop lua-undeclared-keys
-- Sessions get a version in their key.
for _, key in ipairs(redis.call('KEYS', 'session:*')) do
  redis.call('RENAMENX', key, 'v2:' .. key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
