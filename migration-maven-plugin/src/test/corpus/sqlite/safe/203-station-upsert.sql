--@ product sqlite
--@ versions 3.35 3.54
--@ rows station 900
--@ history
CREATE TABLE station (id INTEGER PRIMARY KEY, name TEXT NOT NULL, calibrated_on TEXT);
--@ migration 2024-01
-- INSERT OR REPLACE would delete the row first
INSERT INTO station (id, name) VALUES (12, 'REPLACE INTO station'), (13, 'Hill')
ON CONFLICT (id) DO UPDATE SET name = excluded.name;
--@ migration 2024-02
INSERT OR IGNORE INTO station (id, name) VALUES (14, 'Mill');
