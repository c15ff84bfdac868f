redis.call('SUNIONSTORE', 'tags:all', 'tags:news', 'tags:shop')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
