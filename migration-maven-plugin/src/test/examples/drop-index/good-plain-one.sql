--@ migration 002 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS orders_note_idx;
