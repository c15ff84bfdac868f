--@ history
CREATE TABLE readings (sensor_id bigint, day date, value numeric, PRIMARY KEY (sensor_id, day));
--@ migration 002
DELETE FROM readings WHERE sensor_id = 7 AND day < '2024-01-01' AND day >= '2023-12-01';
UPDATE readings r SET value = 0 WHERE (r.sensor_id = 7 AND r.day = DATE '2024-01-01') OR (r.sensor_id = 8 AND r.day = DATE '2024-01-01');
