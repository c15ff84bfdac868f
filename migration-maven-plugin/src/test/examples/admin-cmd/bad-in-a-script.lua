redis.call('config', 'set', 'notify-keyspace-events', 'KEA')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
