local bit = 0
while bit < 5000000 do
  redis.call('SETBIT', 'seats', bit, 0)
  bit = bit + 1
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
