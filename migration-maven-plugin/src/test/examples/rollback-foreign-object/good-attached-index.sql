--@ history
CREATE INDEX visits_user_idx ON ONLY visits (user_id);
CREATE INDEX visits_2024_user_idx ON visits_2024 (user_id);
--@ migration 002
ALTER INDEX visits_user_idx ATTACH PARTITION visits_2024_user_idx;
--@ down
DROP INDEX visits_user_idx;
