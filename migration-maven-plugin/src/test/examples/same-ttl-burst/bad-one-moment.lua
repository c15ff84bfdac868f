-- stairway: keys offer:*
local ends = 1767225600
for _, key in ipairs(KEYS) do
  redis.call('EXPIREAT', key, ends)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
