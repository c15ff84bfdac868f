--@ product sqlite
CREATE TABLE points (id INTEGER PRIMARY KEY, x REAL, y REAL);
