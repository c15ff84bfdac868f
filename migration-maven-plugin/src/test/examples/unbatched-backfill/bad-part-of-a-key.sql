--@ history
CREATE TABLE readings (sensor_id bigint, day date, value numeric, PRIMARY KEY (sensor_id, day));
--@ migration 002
DELETE FROM readings WHERE day < '2024-01-01';
