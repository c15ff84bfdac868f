--@ also rename-overwrites
-- stairway: keys session:*
for _, key in ipairs(KEYS) do
  redis.call('RENAME', key, 'v2:' .. key)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
