--@ also no-pk data-in-migration unbatched-backfill ddl-plus-dml-one-tx select-star lock-table
LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;
CREATE TABLE orders_archive AS SELECT * FROM orders WHERE created_at < '2020-01-01';
