--@ product sqlite
--@ history
CREATE TABLE seats (id INTEGER PRIMARY KEY, code TEXT);
--@ migration 002
UPDATE seats SET code = upper(hex(randomblob(4))) WHERE code IS NULL;
