--@ product sqlite
--@ limit 2
CREATE TABLE points (id INTEGER PRIMARY KEY, x REAL, y REAL);
