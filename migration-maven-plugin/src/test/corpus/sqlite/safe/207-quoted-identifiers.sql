--@ product sqlite
--@ versions 3.35 3.54
--@ rows todo 600
--@ history
CREATE TABLE todo (id INTEGER PRIMARY KEY, "order" INTEGER, state TEXT);
--@ migration 3
UPDATE todo SET state = 'open; DROP TABLE todo; PRAGMA writable_schema = ON' WHERE "order" IS NULL AND state IS NULL;
--@ migration 4
CREATE INDEX "todo order" ON todo ("order"); -- VACUUM; ATTACH 'x' AS y;
--@ down
DROP INDEX "todo order";
