--@ product sqlite
--@ versions 3.35 3.54
--@ rows track 6000000
--@ history
CREATE TABLE track (id INTEGER PRIMARY KEY, title TEXT NOT NULL, shuffle INTEGER, old_rating INTEGER);
CREATE TABLE rating_backup (id INTEGER PRIMARY KEY, rating INTEGER);
--@ migration 019_shuffle
--@ danger dml-no-where: every row
--@ danger long-writer: the only writer slot for minutes, SQLITE_BUSY for everybody else
--@ danger nondeterministic-dml: each device and each run gets another order
UPDATE track SET shuffle = abs(random() % 1000000);
--@ migration 020_drop_backup
--@ danger drop-table: the only copy of the ratings from before the import
DROP TABLE rating_backup;
