--@ product sqlite
--@ versions 3.35 3.54
--@ rows track 6000000
--@ history
CREATE TABLE track (id INTEGER PRIMARY KEY, title TEXT NOT NULL, genre TEXT);
--@ migration 019_a
UPDATE track SET genre = 'unknown' WHERE id BETWEEN 1 AND 5000 AND genre IS NULL;
--@ migration 019_b
UPDATE track SET genre = 'unknown' WHERE id BETWEEN 5001 AND 10000 AND genre IS NULL;
