--@ also dml-no-where unbatched-backfill
UPDATE users SET state = 'active';
ANALYZE users;
