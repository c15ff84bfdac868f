--@ migration 002 transactional=false
REINDEX SCHEMA shop;
