-- quick 1: few rows
UPDATE a SET v = v + 1 WHERE id <= 10
----
-- quick 1: a version of a row that lives no longer than the step
UPDATE a SET v = v + 1 WHERE id BETWEEN 5 AND 8;
UPDATE a SET v = v + 1 WHERE id BETWEEN 5 AND 8;
INSERT INTO a VALUES (90001, 1, 'x'), (90002, 1, 'x');
UPDATE a SET v = 2 WHERE id = 90001;
DELETE FROM a WHERE id = 90002
----
-- quick 1: the same values once more
UPDATE a SET v = v WHERE id <= 20
----
-- quick 1: an indexed column
UPDATE a SET id = id + 200000 WHERE id BETWEEN 30 AND 35
----
-- quick 1
DELETE FROM a WHERE id BETWEEN 100 AND 130
----
-- vacuum
a
----
-- quick 1: into the space that became free
INSERT INTO a SELECT g, 7, 'new ' || g FROM generate_series(100, 125) g
----
-- freeze
a
----
-- quick 1: frozen rows
UPDATE a SET v = v + 1 WHERE id BETWEEN 140 AND 160
----
-- quick 0: locked, not written
SELECT count(*) FROM (SELECT 1 FROM a WHERE id <= 300 FOR UPDATE) x
----
-- quick 1: locked and written
SELECT count(*) FROM (SELECT 1 FROM a WHERE id <= 300 FOR UPDATE) x;
UPDATE a SET v = v + 1 WHERE id = 200
----
-- quick 0: locked, then written by a transaction within the transaction: both are noted under a number of their own
SELECT count(*) FROM (SELECT 1 FROM a WHERE id <= 30 FOR SHARE) x;
SELECT add_to_some(20, 40)
----
-- quick 1: many transactions within the transaction, some of which are taken back
SELECT add_to_some(1, 40)
----
-- quick 0: only work that was taken back, and with it the lock that tells of it
SELECT add_to_some(3, 3)
----
-- quick 1: insert or update
INSERT INTO a VALUES (1, 1, 'x'), (90021, 1, 'x') ON CONFLICT (id) DO UPDATE SET v = a.v + 1000
----
-- quick 2: a trigger
UPDATE b SET v = v + 1 WHERE id BETWEEN 3 AND 6
----
-- quick 2: a cascade
DELETE FROM b WHERE id BETWEEN 20 AND 25
----
-- quick 2: a cascade
UPDATE b SET id = id + 100000 WHERE id = 40
----
-- quick 1: only what is stored elsewhere
UPDATE d SET doc = doc || 'x' WHERE id = 7
----
-- quick 2: from one partition to the other
UPDATE p SET k = 3 - k WHERE id BETWEEN 10 AND 20
----
-- quick 2: one of two partitions
UPDATE p SET v = v + 1 WHERE id = 12
----
-- quick 1: nothing in the log
UPDATE u SET v = v + 1 WHERE id BETWEEN 10 AND 20
----
-- quick 2: no row
UPDATE a SET v = 0 WHERE id < -5;
DELETE FROM b WHERE id < -5
----
-- quick 1: a constraint
ALTER TABLE a ADD CONSTRAINT positive CHECK (v > -1000)
----
-- quick 1
ALTER TABLE a ALTER v SET DEFAULT 5
----
-- quick 1: the key
ALTER TABLE a DROP CONSTRAINT a_pkey
----
-- quick 1: the key
ALTER TABLE a ADD PRIMARY KEY (id)
----
-- quick 1: no other reader may look, but rows were only added
ALTER TABLE a ALTER v SET DEFAULT 6;
INSERT INTO a VALUES (90031, 1, 'x')
----
-- quick 0: no other reader may look
ALTER TABLE a ALTER v SET DEFAULT 7;
UPDATE a SET v = v + 1 WHERE id = 90031
----
-- quick 1: another name
ALTER TABLE a RENAME TO a2
----
-- quick 2: two that change places
ALTER TABLE a2 RENAME TO x;
ALTER TABLE u RENAME TO a2;
ALTER TABLE x RENAME TO u
----
-- quick 0: two that change places, and rows
ALTER TABLE a2 RENAME TO x;
ALTER TABLE u RENAME TO a;
UPDATE a SET v = v + 1 WHERE id = 3;
UPDATE x SET v = v + 1 WHERE id = 3;
ALTER TABLE x RENAME TO u
----
-- quick 0: another name of a column
ALTER TABLE a RENAME v TO w
----
-- quick 0: another column of the same name
ALTER TABLE a DROP w;
ALTER TABLE a ADD w int
----
-- quick 0: a new column
ALTER TABLE a ADD v int DEFAULT 3
----
-- quick 0: another type with the same bytes
ALTER TABLE a ALTER pad TYPE text
----
-- quick 0: another type with the same bytes, read otherwise
ALTER TABLE d ALTER at TYPE timestamptz
----
-- quick 0: all rows written anew
ALTER TABLE a ALTER id TYPE bigint
----
-- quick 0
CLUSTER a USING a_pkey
----
-- quick 0
ALTER TABLE a SET UNLOGGED
----
-- quick 0
ALTER TABLE a SET LOGGED
----
-- quick 0: after which the blocks have another order
REFRESH MATERIALIZED VIEW m
----
-- quick 2: a view that is refreshed in place
UPDATE b SET v = v + 7 WHERE id BETWEEN 60 AND 64
----
-- quick 1: a view that is refreshed in place
REFRESH MATERIALIZED VIEW CONCURRENTLY m
----
-- quick 0: nearly all rows
UPDATE a SET v = v + 1
----
-- quick 0
TRUNCATE d
----
-- quick 0: emptied and filled
TRUNCATE u;
INSERT INTO u SELECT g, g, repeat('u', 80) FROM generate_series(1, 2600) g
----
-- quick 0: made and filled
CREATE TABLE n AS SELECT * FROM a
----
-- quick 1
DELETE FROM n WHERE id BETWEEN 5 AND 9
----
-- quick 0
DROP TABLE n
