--@ migration 001 transactional=false
VACUUM (ANALYZE) orders;
