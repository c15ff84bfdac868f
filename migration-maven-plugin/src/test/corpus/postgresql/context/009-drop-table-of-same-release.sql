--@ versions 14 18
--@ rows orders 42000000
--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, legacy_ref text, ref text);
--@ migration 0070
CREATE TABLE tmp_ref_map (legacy_ref text PRIMARY KEY, ref text NOT NULL);
INSERT INTO tmp_ref_map (legacy_ref, ref) VALUES ('A-1', 'ORD-000001'), ('A-2', 'ORD-000002');
--@ migration 0071
UPDATE orders o SET ref = m.ref FROM tmp_ref_map m
 WHERE o.legacy_ref = m.legacy_ref AND o.id IN (1, 2);
--@ migration 0072
SET LOCAL lock_timeout = '2s';
DROP TABLE tmp_ref_map;
