--@ versions 13 18
--@ rows course 90000
--@ history
CREATE ROLE readers NOLOGIN;
CREATE TABLE course (id integer PRIMARY KEY, title text NOT NULL, level text NOT NULL, seats integer NOT NULL);
CREATE VIEW course_list AS SELECT id, title FROM course;
--@ migration 64
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
CREATE OR REPLACE VIEW course_list AS SELECT id, title, level FROM course;
--@ migration 65
GRANT SELECT ON course_list TO readers;
--@ migration 66
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE course ALTER COLUMN level SET STATISTICS 500;
--@ down
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE course ALTER COLUMN level SET STATISTICS -1;
