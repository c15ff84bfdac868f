--@ product sqlite
--@ migration 004 transactional=false
-- kept in the file, one time is enough; nothing else in this migration
PRAGMA busy_timeout = 10000;
PRAGMA journal_mode = WAL;
--@ down
PRAGMA busy_timeout = 10000;
PRAGMA journal_mode = DELETE;
