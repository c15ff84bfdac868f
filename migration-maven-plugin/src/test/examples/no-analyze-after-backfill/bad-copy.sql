--@ also data-in-migration unbatched-backfill
INSERT INTO users_archive (id, email) SELECT id, email FROM users WHERE left_at IS NOT NULL;
