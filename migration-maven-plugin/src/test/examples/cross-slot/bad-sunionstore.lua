--@ also lua-undeclared-keys
-- Production is a cluster of three masters.
redis.call('SUNIONSTORE', 'tags:all', 'tags:news', 'tags:shop')
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
