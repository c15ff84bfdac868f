--@ versions 3.31 3.54
--@ history
CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT, town TEXT);
CREATE TABLE towns (id INTEGER PRIMARY KEY, name TEXT);
--@ migration 002
UPDATE shops SET town = upper(t.name) || ' (' || trim(shops.name) || ')' FROM towns AS t WHERE t.id = shops.id AND shops.id < 9;
