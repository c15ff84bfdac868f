--@ migration 001
CREATE TABLE visits (id bigint PRIMARY KEY, day date);
CREATE INDEX visits_day_idx ON visits (day);
--@ down
DROP INDEX CONCURRENTLY visits_day_idx;
DROP TABLE visits;
