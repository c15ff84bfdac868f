--@ product sqlite
--@ versions 3.40 3.54
--@ rows vehicles 4100
--@ history
CREATE TABLE vehicles (
  id   INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('car', 'van'))
);
--@ migration 037 transactional=false
-- allow bikes without copying the table
BEGIN IMMEDIATE;
--@ danger writable-schema: from here one wrong character in sqlite_schema leaves a file that cannot be opened
PRAGMA writable_schema = ON;
--@ danger writable-schema: replaces text in the stored SQL unchecked, other tables' entries are not protected
UPDATE sqlite_schema
   SET sql = replace(sql, '''van'')', '''van'', ''bike'')')
 WHERE type = 'table' AND name = 'vehicles';
PRAGMA writable_schema = OFF;
COMMIT;
PRAGMA integrity_check;
