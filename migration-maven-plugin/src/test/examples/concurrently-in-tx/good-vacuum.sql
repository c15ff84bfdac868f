--@ migration 002 transactional=false
VACUUM (ANALYZE) users;
