--@ versions 13 18
--@ rows orders 22000000
--@ rows order_item 70000000
--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, state text NOT NULL, changed_at timestamptz);
CREATE TABLE order_item (id bigint PRIMARY KEY, order_id bigint NOT NULL, qty integer NOT NULL);
CREATE FUNCTION orders_touch() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.changed_at := now();
  RETURN NEW;
END $$;
--@ migration 9001
SET LOCAL lock_timeout = '2s';
--@ danger create-trigger-lock: SHARE ROW EXCLUSIVE, all writes to orders wait
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_touch();
--@ migration 9002
--@ danger no-lock-timeout: ACCESS EXCLUSIVE behind any long reader, everybody queues behind it
ALTER TABLE orders ADD COLUMN source text;
--@ migration 9003
SET LOCAL lock_timeout = '2s';
--@ danger trigger-add-disable: no trigger and no foreign key looks at what is written from now on
ALTER TABLE order_item DISABLE TRIGGER ALL;
--@ migration 9004
SET LOCAL lock_timeout = '2s';
--@ danger lock-table: blocks all access to both tables by design
--@ danger multi-table-exclusive: two busy tables at once, a deadlock with whoever takes them the other way round
LOCK TABLE orders, order_item IN ACCESS EXCLUSIVE MODE;
--@ danger work-after-accessexclusive: the delete runs while both tables are shut
DELETE FROM order_item WHERE qty = 0 AND id < 1000;
