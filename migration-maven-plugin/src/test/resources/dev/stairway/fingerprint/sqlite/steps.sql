CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL DEFAULT 'x' COLLATE NOCASE, v DECIMAL(10,2) CHECK (v > 0), UNIQUE (name))
----
CREATE TABLE b (id INT PRIMARY KEY, a_id INT REFERENCES a ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, flag BOOLEAN, raw BLOB) WITHOUT ROWID
----
CREATE INDEX b_a ON b (a_id DESC) WHERE flag
----
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) INSERT INTO a (name, v) SELECT 'n' || i, i + 0.5 FROM n
----
INSERT INTO b SELECT id, id, id % 2, x'00ff' FROM a
----
DELETE FROM a WHERE v < 5
----
UPDATE a SET name = name
----
UPDATE a SET name = 'changed' WHERE v = 10.5
----
DELETE FROM b
----
ALTER TABLE a ADD COLUMN extra INT DEFAULT 7
----
ALTER TABLE a RENAME COLUMN extra TO more
----
ALTER TABLE a RENAME TO aa
----
CREATE VIEW va AS SELECT id, "name" FROM aa WHERE v > 3
----
ALTER TABLE aa RENAME COLUMN name TO title
----
ALTER TABLE aa DROP COLUMN more
----
CREATE TABLE g (i INT, t INT GENERATED ALWAYS AS (i * 2) STORED, w AS (i + 1))
----
INSERT INTO g (i) VALUES (1), (NULL)
----
CREATE TABLE n (id INT DEFAULT (1 + 1))
----
CREATE TRIGGER t_log AFTER INSERT ON g BEGIN INSERT INTO n VALUES (new.i); END
----
INSERT INTO g (i) VALUES (9)
----
CREATE TRIGGER t_view INSTEAD OF INSERT ON va BEGIN INSERT INTO n VALUES (1); END
----
DROP VIEW va
----
CREATE TABLE x1 (i INT);;CREATE TABLE x2 (t TEXT);;INSERT INTO x1 VALUES (1);;INSERT INTO x2 VALUES ('two')
----
ALTER TABLE x1 RENAME TO x3;;ALTER TABLE x2 RENAME TO x1;;ALTER TABLE x3 RENAME TO x2
----
CREATE TABLE brief (i INT);;DROP TABLE brief
----
PRAGMA user_version = 7
----
PRAGMA application_id = 99
----
CREATE TABLE s (i INTEGER PRIMARY KEY, r REAL, any ANY) STRICT
----
INSERT INTO s VALUES (1, 1.5, 'x'), (2, -0.0, 3)
----
CREATE VIRTUAL TABLE f USING fts5(body, tokenize = 'porter')
----
INSERT INTO f VALUES ('hello world')
----
DELETE FROM f
----
CREATE TABLE b_new (id INT PRIMARY KEY, a_id INT, flag BOOLEAN, raw BLOB);;INSERT INTO b_new SELECT * FROM b;;DROP TABLE b;;ALTER TABLE b_new RENAME TO b
----
CREATE INDEX b_e ON b (abs(a_id), flag COLLATE NOCASE)
----
DROP INDEX b_e
----
INSERT INTO aa (title, v) VALUES ('seq', 1)
----
UPDATE sqlite_sequence SET seq = 500
----
DELETE FROM sqlite_sequence
----
CREATE TABLE big (t TEXT)
----
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO big SELECT hex(zeroblob(600)) || i FROM n
----
UPDATE big SET t = t || '!' WHERE rowid = 1500
----
DROP TABLE big
----
DROP TABLE aa
----
CREATE TABLE same1 (i INT, t TEXT);;CREATE TABLE same2 (i INT, t TEXT);;INSERT INTO same1 VALUES (1, 'one'), (2, 'two');;INSERT INTO same2 VALUES (3, 'three')
----
ALTER TABLE same1 RENAME TO same3;;ALTER TABLE same2 RENAME TO same1;;ALTER TABLE same3 RENAME TO same2
----
DROP TABLE same1;;CREATE TABLE same1 (i INT, t TEXT)
----
CREATE TABLE same4 AS SELECT * FROM same2;;INSERT INTO same4 SELECT * FROM same2
----
DROP TABLE same4;;CREATE TABLE same5 (i INT, t TEXT);;INSERT INTO same5 VALUES (5, 'five')
----
CREATE TABLE parent (id INTEGER PRIMARY KEY, v INT);;CREATE TABLE child (id INTEGER PRIMARY KEY, p INT REFERENCES parent ON DELETE CASCADE ON UPDATE CASCADE);;CREATE TABLE grandchild (c INT REFERENCES child ON DELETE SET NULL);;INSERT INTO parent VALUES (1, 1), (2, 2), (3, 3);;INSERT INTO child VALUES (1, 1), (2, 2), (3, 3);;INSERT INTO grandchild VALUES (1), (2)
----
DELETE FROM parent WHERE id = 1
----
UPDATE parent SET id = 20 WHERE id = 2
----
INSERT OR REPLACE INTO parent VALUES (3, 33)
----
INSERT INTO parent VALUES (20, 7) ON CONFLICT (id) DO UPDATE SET v = v + excluded.v RETURNING v
----
UPDATE parent SET v = same1.i FROM same1 WHERE same1.i = parent.v
----
CREATE TABLE log (what TEXT);;CREATE TRIGGER chain1 AFTER UPDATE ON parent BEGIN UPDATE same2 SET t = CASE WHEN i > 0 THEN t || '+' ELSE t END; END;;CREATE TRIGGER chain2 AFTER UPDATE ON same2 WHEN new.i = 1 BEGIN INSERT INTO log VALUES ('chain; end'); END
----
UPDATE parent SET v = v + 1
----
CREATE VIEW v_parent AS SELECT * FROM parent;;CREATE TRIGGER by_view INSTEAD OF DELETE ON v_parent BEGIN DELETE FROM parent WHERE id = old.id; END
----
DELETE FROM v_parent WHERE id = 20
----
DROP VIEW v_parent;;DROP TABLE parent
----
CREATE TEMP TRIGGER hidden AFTER INSERT ON same1 BEGIN INSERT INTO log VALUES ('temp'); END;;INSERT INTO same1 VALUES (8, 'eight')
----
DROP TRIGGER temp.hidden
----
CREATE TEMP TABLE same1 (x INT);;INSERT INTO same1 VALUES (1);;INSERT INTO main.same1 VALUES (9, 'nine');;DROP TABLE temp.same1
----
REPLACE INTO s VALUES (1, 2.5, 'y');;DELETE FROM s
----
CREATE TABLE wr (k TEXT PRIMARY KEY, v INT) WITHOUT ROWID;;INSERT INTO wr VALUES ('a', 1), ('b', 2)
----
UPDATE wr SET v = v + 1 WHERE k = 'a'
----
DELETE FROM wr
----
REINDEX;;ANALYZE
----
INSERT INTO log VALUES ('savepoint');;SAVEPOINT one;;CREATE TABLE gone (i INT);;INSERT INTO gone VALUES (1);;ROLLBACK TO one;;CREATE TABLE stays (t TEXT);;INSERT INTO stays VALUES ('x');;RELEASE one
----
UPDATE sqlite_sequence SET seq = 3 WHERE 0
----
CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1);;INSERT INTO boxes VALUES (1, 0.5, 1.5)
----
UPDATE boxes SET x1 = 2.5
----
CREATE TABLE docs (id INTEGER PRIMARY KEY, body TEXT);;CREATE VIRTUAL TABLE docs_fts USING fts5(body, content = 'docs', content_rowid = 'id');;CREATE TRIGGER docs_in AFTER INSERT ON docs BEGIN INSERT INTO docs_fts (rowid, body) VALUES (new.id, new.body); END;;INSERT INTO docs VALUES (1, 'hello')
----
INSERT INTO docs VALUES (2, 'world')
----
PRAGMA writable_schema = ON;;UPDATE sqlite_schema SET sql = replace(sql, 'DEFAULT 5', 'DEFAULT 6') WHERE name = 'stays';;PRAGMA writable_schema = OFF
----
ALTER TABLE stays ADD COLUMN d INT DEFAULT 5
----
PRAGMA writable_schema = ON;;UPDATE sqlite_schema SET sql = replace(sql, 'DEFAULT 5', 'DEFAULT 6') WHERE name = 'stays';;PRAGMA schema_version = 9999;;PRAGMA writable_schema = OFF
----
INSERT INTO log SELECT t FROM same2; INSERT INTO log VALUES ('after a semicolon')
----
WITH x(i) AS (SELECT 100) INSERT INTO same1 SELECT i, 'with' FROM x
----
/* a comment */ -- and another; with a semicolon
DELETE FROM log WHERE what = ';'
----
EXPLAIN DELETE FROM log
----
CREATE INDEX log_what ON log (what);;UPDATE log SET what = upper(what) WHERE what IN (SELECT t FROM same2)
----
DROP INDEX log_what;;ALTER TABLE log RENAME COLUMN what TO line;;UPDATE log SET line = line || '?' WHERE rowid = 1
----
ALTER TABLE same2 DROP COLUMN t
----
DROP TABLE child;;CREATE TABLE child (id INTEGER PRIMARY KEY, p INT);;INSERT INTO child VALUES (1, 1)
