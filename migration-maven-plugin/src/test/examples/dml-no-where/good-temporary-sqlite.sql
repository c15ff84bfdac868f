--@ product sqlite
CREATE TEMP TABLE moved (id INTEGER PRIMARY KEY);
DELETE FROM moved;
