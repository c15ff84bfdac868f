#!lua name=sessions
redis.register_function('touch', function(keys, args) return redis.call('EXISTS', keys[1]) end)
--@ down
-- FUNCTION DELETE sessions is not known there either.
