CREATE TABLE a (id serial PRIMARY KEY, name text NOT NULL DEFAULT 'x', v numeric(10,2) CHECK (v > 0), UNIQUE (name))
----
CREATE TABLE b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a_id int REFERENCES a ON DELETE CASCADE, flag boolean, d double precision, pad char(5), raw bytea)
----
CREATE INDEX b_a ON b (a_id) INCLUDE (flag) WHERE flag
----
INSERT INTO a (name, v) SELECT 'n' || i, i FROM generate_series(1, 50) i
----
INSERT INTO b (a_id, flag, d, pad, raw) SELECT id, id % 2 = 0, id / 3.0, 'p', '\x00ff' FROM a
----
DELETE FROM a WHERE v <= 5
----
UPDATE a SET name = name WHERE v = 10
----
UPDATE a SET name = 'changed' WHERE v = 10
----
TRUNCATE b
----
ALTER TABLE a ADD COLUMN extra int DEFAULT 7
----
ALTER TABLE a ALTER COLUMN extra TYPE bigint
----
ALTER TABLE a ALTER COLUMN extra SET NOT NULL
----
ALTER TABLE a RENAME COLUMN extra TO more
----
ALTER TABLE a RENAME TO aa
----
CREATE VIEW va AS SELECT id, name FROM aa WHERE v > 3
----
ALTER TABLE aa RENAME COLUMN name TO title
----
CREATE MATERIALIZED VIEW ma AS SELECT count(*) AS n FROM aa
----
INSERT INTO aa (title, v) VALUES ('new', 3)
----
REFRESH MATERIALIZED VIEW ma
----
CREATE UNIQUE INDEX ma_n ON ma (n)
----
DELETE FROM aa WHERE title = 'new'; REFRESH MATERIALIZED VIEW CONCURRENTLY ma
----
CREATE TYPE mood AS ENUM ('sad', 'ok')
----
CREATE TABLE m (id int PRIMARY KEY, mood mood DEFAULT 'sad', CHECK (mood <> 'ok'))
----
INSERT INTO m VALUES (1, 'sad')
----
ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'
----
ALTER TYPE mood RENAME TO feeling
----
CREATE DOMAIN positive AS int CHECK (VALUE > 0)
----
ALTER DOMAIN positive ADD CONSTRAINT small CHECK (VALUE < 100)
----
ALTER DOMAIN positive SET DEFAULT 5
----
ALTER DOMAIN positive DROP CONSTRAINT small
----
ALTER DOMAIN positive SET NOT NULL
----
ALTER DOMAIN positive RENAME CONSTRAINT positive_check TO above
----
CREATE TYPE point3 AS (x int, y int)
----
ALTER TYPE point3 ADD ATTRIBUTE z int
----
ALTER TYPE point3 RENAME ATTRIBUTE z TO depth
----
COMMENT ON TYPE point3 IS 'three'
----
COMMENT ON COLUMN point3.x IS 'first'
----
CREATE TYPE span AS RANGE (subtype = int)
----
CREATE FUNCTION twice(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT i * 2'
----
CREATE OR REPLACE FUNCTION twice(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT i + i'
----
ALTER FUNCTION twice(int) STABLE
----
COMMENT ON FUNCTION twice(int) IS 'doubles'
----
REVOKE EXECUTE ON FUNCTION twice(int) FROM PUBLIC
----
CREATE TABLE g (i int, t int GENERATED ALWAYS AS (i * 2) STORED)
----
INSERT INTO g (i) VALUES (1), (2), (NULL)
----
GRANT SELECT ON aa TO PUBLIC
----
GRANT SELECT (id), UPDATE (title) ON aa TO PUBLIC
----
REVOKE ALL ON aa FROM PUBLIC
----
DO $$ BEGIN EXECUTE 'GR' || 'ANT INSERT ON g TO PUBLIC'; END $$
----
CREATE FUNCTION hidden() RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'GR' || 'ANT DELETE ON g TO PUBLIC'; RETURN 1; END $$
----
SELECT hidden()
----
CREATE TABLE n (id int DEFAULT 1); SELECT hidden()
----
GRANT USAGE ON SEQUENCE a_id_seq TO PUBLIC
----
COMMENT ON TABLE g IS 'generated'
----
COMMENT ON COLUMN g.i IS 'input'
----
COMMENT ON CONSTRAINT a_pkey ON aa IS 'key'
----
COMMENT ON INDEX b_a IS 'index'
----
CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO n VALUES (2); RETURN NEW; END $$
----
CREATE TRIGGER t_log AFTER INSERT ON g FOR EACH ROW EXECUTE FUNCTION log()
----
INSERT INTO g (i) VALUES (9)
----
ALTER TABLE g DISABLE TRIGGER t_log
----
COMMENT ON TRIGGER t_log ON g IS 'logs'
----
ALTER FUNCTION log() RENAME TO log2
----
CREATE RULE r AS ON DELETE TO g DO INSTEAD NOTHING
----
ALTER TABLE g DISABLE RULE r
----
COMMENT ON RULE r ON g IS 'none'
----
ALTER TABLE g ENABLE ROW LEVEL SECURITY
----
CREATE POLICY p ON g FOR SELECT USING (i > 0)
----
ALTER POLICY p ON g USING (i > 1)
----
COMMENT ON POLICY p ON g IS 'some'
----
ALTER TABLE g FORCE ROW LEVEL SECURITY
----
CREATE SEQUENCE s START 5 INCREMENT 2
----
SELECT nextval('s')
----
SELECT setval('s', 100)
----
SELECT setval('s', 100, false)
----
ALTER SEQUENCE s OWNED BY g.i
----
ALTER SEQUENCE s RESTART
----
ALTER SEQUENCE s MAXVALUE 1000 CYCLE
----
CREATE TABLE p (id int, k int) PARTITION BY LIST (k)
----
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2)
----
CREATE INDEX p_id ON p (id)
----
INSERT INTO p SELECT i, 1 + i % 2 FROM generate_series(1, 10) i
----
UPDATE p SET k = 2 WHERE id = 2
----
ALTER TABLE p DETACH PARTITION p2
----
ALTER TABLE p ATTACH PARTITION p2 DEFAULT
----
CREATE TABLE parent (i int CHECK (i > 0)); CREATE TABLE child (j int) INHERITS (parent)
----
ALTER TABLE parent ADD COLUMN k text
----
ALTER TABLE child NO INHERIT parent
----
ALTER TABLE g SET UNLOGGED
----
ALTER TABLE g SET (fillfactor = 70)
----
ALTER TABLE g ALTER COLUMN i SET STATISTICS 50
----
ALTER TABLE aa ALTER COLUMN title SET STORAGE EXTERNAL
----
ALTER INDEX b_a SET (fillfactor = 60)
----
ALTER INDEX b_a RENAME TO b_a2
----
ALTER TABLE aa RENAME CONSTRAINT a_pkey TO aa_key
----
CLUSTER aa USING aa_key
----
ALTER TABLE aa REPLICA IDENTITY FULL
----
ALTER TABLE aa REPLICA IDENTITY USING INDEX a_name_key
----
CREATE TABLE x1 (i int); CREATE TABLE x2 (t text)
----
INSERT INTO x1 VALUES (1); INSERT INTO x2 VALUES ('two')
----
ALTER TABLE x1 RENAME TO x3; ALTER TABLE x2 RENAME TO x1; ALTER TABLE x3 RENAME TO x2
----
SAVEPOINT s1; CREATE TABLE gone (i int); INSERT INTO x1 VALUES ('undone'); ROLLBACK TO SAVEPOINT s1; INSERT INTO x2 VALUES (2)
----
CREATE TABLE brief (i int); DROP TABLE brief
----
CREATE TEMP TABLE tmp (i int); INSERT INTO tmp VALUES (1); DROP TABLE tmp
----
CREATE SCHEMA other
----
CREATE TABLE other.t (i int, f feeling)
----
ALTER TABLE other.t SET SCHEMA public
----
ALTER SCHEMA other RENAME TO another
----
GRANT USAGE ON SCHEMA another TO PUBLIC
----
COMMENT ON SCHEMA another IS 'second'
----
ALTER DEFAULT PRIVILEGES IN SCHEMA another GRANT SELECT ON TABLES TO PUBLIC
----
CREATE TABLE another.granted (i int)
----
ALTER DEFAULT PRIVILEGES IN SCHEMA another REVOKE SELECT ON TABLES FROM PUBLIC
----
CREATE EXTENSION hstore
----
CREATE TABLE hs (h hstore); INSERT INTO hs VALUES ('a=>1')
----
ALTER EXTENSION hstore DROP FUNCTION hstore_version_diag(hstore)
----
ALTER EXTENSION hstore SET SCHEMA another
----
DROP EXTENSION hstore CASCADE
----
CREATE STATISTICS st (dependencies) ON id, v FROM aa
----
ALTER STATISTICS st SET STATISTICS 10
----
COMMENT ON STATISTICS st IS 'both'
----
CREATE PUBLICATION pub FOR TABLE aa
----
ALTER PUBLICATION pub ADD TABLE m
----
ALTER TABLE m RENAME TO mm
----
CREATE COLLATION german (provider = icu, locale = 'de')
----
CREATE TABLE co (t text COLLATE german)
----
ALTER COLLATION german RENAME TO deutsch
----
CREATE FUNCTION plus(a point3, b point3) RETURNS point3 LANGUAGE sql AS 'SELECT a'
----
CREATE OPERATOR <+> (FUNCTION = plus, LEFTARG = point3, RIGHTARG = point3)
----
CREATE FUNCTION to_point3(i int) RETURNS point3 LANGUAGE sql AS 'SELECT ROW(i,i,i)::point3'
----
CREATE CAST (int AS point3) WITH FUNCTION to_point3(int) AS ASSIGNMENT
----
CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')
----
CREATE TEXT SEARCH CONFIGURATION ts (COPY = simple)
----
ALTER TEXT SEARCH CONFIGURATION ts DROP MAPPING FOR word
----
CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'true')
----
CREATE SERVER srv FOREIGN DATA WRAPPER w OPTIONS (host 'h')
----
CREATE USER MAPPING FOR CURRENT_USER SERVER srv OPTIONS (password 'secret')
----
CREATE FOREIGN TABLE ft (i int OPTIONS (c 'x')) SERVER srv OPTIONS (t 'y')
----
ALTER SERVER srv OPTIONS (SET host 'other')
----
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$
----
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION watch()
----
ALTER EVENT TRIGGER et DISABLE
----
DROP EVENT TRIGGER et
----
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'b_a2'::regclass
----
UPDATE pg_class SET relrowsecurity = true WHERE oid = 'b'::regclass
----
SELECT lo_from_bytea(0, 'abc')
----
ALTER TABLE b ADD CONSTRAINT later FOREIGN KEY (a_id) REFERENCES aa DEFERRABLE INITIALLY DEFERRED NOT VALID
----
ALTER TABLE b VALIDATE CONSTRAINT later
----
ALTER TABLE b ALTER CONSTRAINT later NOT DEFERRABLE
----
ALTER TABLE b DISABLE TRIGGER ALL
----
ALTER TABLE b ADD EXCLUDE USING btree (flag WITH =)
----
CREATE OR REPLACE VIEW va AS SELECT id, title AS name, v FROM aa
----
ALTER VIEW va SET (security_barrier = true)
----
ALTER VIEW va ALTER COLUMN name SET DEFAULT 'd'
----
CREATE VIEW vv AS SELECT va.*, b.flag FROM va JOIN b ON b.a_id = va.id
----
ALTER TABLE b RENAME COLUMN flag TO mark
----
CREATE TABLE typed OF point3
----
CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(b.mark) FROM b; END
----
ALTER TABLE b RENAME TO bb
----
ALTER TABLE bb RENAME COLUMN mark TO sign
----
CREATE ROLE stairway_test_role
----
ALTER TABLE x1 OWNER TO stairway_test_role
----
ALTER DOMAIN positive OWNER TO stairway_test_role
----
GRANT SELECT ON x2 TO stairway_test_role WITH GRANT OPTION
----
ALTER ROLE stairway_test_role RENAME TO stairway_test_role2
----
REASSIGN OWNED BY stairway_test_role2 TO CURRENT_USER
----
DROP OWNED BY stairway_test_role2
----
DROP ROLE stairway_test_role2
----
DROP TYPE feeling CASCADE
----
DROP TABLE aa CASCADE
----
DROP SCHEMA another CASCADE
----
DROP FUNCTION hidden()
----
CREATE TABLE u (id uuid PRIMARY KEY, j jsonb, a int[], ts timestamptz, iv interval); INSERT INTO u VALUES ('00000000-0000-0000-0000-000000000001', '{"b": 1.0, "a": "x\\y\"z"}', '{1,NULL}', '2024-03-31 01:30:00+01', '1 mon')
----
DO $$ BEGIN FOR i IN 1..20 LOOP EXECUTE format('CREATE TABLE made_%s (id int PRIMARY KEY)', i); EXECUTE format('INSERT INTO made_%s VALUES (%s)', i, i); END LOOP; END $$
----
DO $$ BEGIN FOR i IN 1..10 LOOP EXECUTE format('DROP TABLE made_%s', i); END LOOP; END $$
