--@ also data-in-migration dml-no-where unbatched-backfill ddl-plus-dml-one-tx
ALTER TYPE order_status ADD VALUE 'archived';
UPDATE orders SET status = 'archived' WHERE id < 1000;
