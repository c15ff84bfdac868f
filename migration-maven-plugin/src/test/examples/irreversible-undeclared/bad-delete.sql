--@ also unbatched-backfill
--@ migration 001
DELETE FROM session_log WHERE created_at < '2020-01-01';
