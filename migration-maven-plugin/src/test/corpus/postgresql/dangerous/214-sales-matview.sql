--@ versions 13 18
--@ rows sale 30000000
--@ rows staging_batch 400000
--@ history
CREATE SEQUENCE receipt_no_seq;
CREATE TABLE sale (id bigint PRIMARY KEY, day date NOT NULL, amount numeric NOT NULL);
CREATE MATERIALIZED VIEW sale_by_day AS SELECT day, sum(amount) AS amount FROM sale GROUP BY day;
CREATE UNIQUE INDEX sale_by_day_day ON sale_by_day (day);
CREATE FUNCTION net_price(gross numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT gross / 1.19';
CREATE TABLE staging_batch (id bigint PRIMARY KEY);
CREATE TABLE staging_row (id bigint PRIMARY KEY, batch_id bigint NOT NULL REFERENCES staging_batch (id) ON DELETE RESTRICT);
--@ migration 70
SET LOCAL lock_timeout = '2s';
--@ danger refresh-matview: ACCESS EXCLUSIVE on the view while 30 million sales are summed, readers wait
REFRESH MATERIALIZED VIEW sale_by_day;
--@ migration 71
--@ danger sequence-set: not undone by a rollback, numbers already on receipts are given out again
SELECT setval('receipt_no_seq', 1, false);
--@ migration 72
--@ danger drop-view-func-type-seq: the reporting jobs still call it, its text is nowhere in the way back
DROP FUNCTION net_price(numeric);
--@ migration 73
SET LOCAL lock_timeout = '2s';
--@ danger truncate: all batches gone
--@ danger cascade: empties staging_row too, which nobody named
TRUNCATE staging_batch CASCADE;
