--@ product sqlite
--@ versions 3.35 3.54
--@ migration 1
CREATE TABLE badge (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
ALTER TABLE badge ADD COLUMN color TEXT NOT NULL DEFAULT 'blue';
ALTER TABLE badge ADD COLUMN made_at TEXT DEFAULT CURRENT_TIMESTAMP;
--@ down
DROP TABLE badge;
