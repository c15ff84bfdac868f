--@ versions 7.0 7.4
-- stairway: keys basket:*
for _, key in ipairs(KEYS) do
  redis.call('HEXPIRE', key, 60, 'FIELDS', 1, 'coupon')
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
