CREATE TABLE orders_new (id bigint PRIMARY KEY, total numeric(12, 2) NOT NULL);
CREATE TRIGGER orders_in_step AFTER INSERT OR UPDATE OR DELETE ON orders FOR EACH ROW EXECUTE FUNCTION copy_order();
--@ migration 002
INSERT INTO orders_new (id, total) SELECT id, total FROM orders ON CONFLICT (id) DO NOTHING;
--@ migration 003
ALTER TABLE orders RENAME TO orders_old;
ALTER TABLE orders_new RENAME TO orders;
--@ also create-trigger-lock unbatched-backfill
