--@ migration 001 transactional=false
PRAGMA journal_mode = WAL;
