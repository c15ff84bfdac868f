--@ product sqlite
--@ versions 3.40 3.54
--@ rows users 1500
--@ history
CREATE TABLE users (
  id    INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name  TEXT
);
CREATE INDEX ix_users_email ON users (email);
--@ migration 025
-- cheaper than copying the table
--@ danger explicit-tx: the runner has opened one already, BEGIN within it is an error
BEGIN;
--@ danger writable-schema: the catalogue is open for any text
PRAGMA writable_schema = ON;
--@ danger writable-schema: ix_users_email was built with another collation, it is corrupt from here on
UPDATE sqlite_schema
SET sql = replace(sql, 'email TEXT NOT NULL', 'email TEXT NOT NULL COLLATE NOCASE')
WHERE type = 'table' AND name = 'users';
PRAGMA writable_schema = RESET;
--@ danger explicit-tx: ends the runner's transaction if it gets this far
COMMIT;
--@ down
--@ danger writable-schema: the same on the way back
PRAGMA writable_schema = 1;
--@ danger writable-schema: the same on the way back
UPDATE sqlite_master
SET sql = replace(sql, ' COLLATE NOCASE', '')
WHERE type = 'table' AND name = 'users';
PRAGMA writable_schema = RESET;
