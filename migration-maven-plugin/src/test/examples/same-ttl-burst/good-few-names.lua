for _, name in ipairs({ 'de', 'at', 'ch' }) do
  redis.call('SET', 'holidays:' .. name, 'none', 'EX', 3600)
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
