--@ versions 14 18
--@ rows tasks 2000000
--@ rows sprints 9000
--@ history
CREATE TABLE sprints (id bigint PRIMARY KEY, title text);
CREATE TABLE tasks (id bigint PRIMARY KEY, title text NOT NULL);
--@ migration 0062
SET LOCAL lock_timeout = '2s';
ALTER TABLE tasks ADD COLUMN sprint_id bigint;
ALTER TABLE tasks ADD CONSTRAINT tasks_sprint_fk
    FOREIGN KEY (sprint_id) REFERENCES sprints (id) ON DELETE SET NULL NOT VALID;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE tasks DROP CONSTRAINT tasks_sprint_fk;
ALTER TABLE tasks DROP COLUMN sprint_id;
--@ migration 0063 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS tasks_sprint_id_idx;
CREATE INDEX CONCURRENTLY tasks_sprint_id_idx ON tasks (sprint_id);
--@ down
DROP INDEX CONCURRENTLY IF EXISTS tasks_sprint_id_idx;
--@ migration 0064
SET LOCAL lock_timeout = '2s';
ALTER TABLE tasks VALIDATE CONSTRAINT tasks_sprint_fk;
