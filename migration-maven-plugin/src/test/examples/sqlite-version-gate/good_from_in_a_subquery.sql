--@ versions 3.31 3.54
--@ history
CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT, town TEXT);
CREATE TABLE towns (id INTEGER PRIMARY KEY, name TEXT);
--@ migration 002
UPDATE shops SET town = (SELECT max(t.name) FROM towns t WHERE t.id = shops.id), name = trim(name) WHERE id IN (SELECT id FROM towns WHERE id < 5);
