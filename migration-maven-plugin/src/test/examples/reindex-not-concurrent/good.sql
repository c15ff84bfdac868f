--@ migration 002 transactional=false
REINDEX TABLE CONCURRENTLY users;
