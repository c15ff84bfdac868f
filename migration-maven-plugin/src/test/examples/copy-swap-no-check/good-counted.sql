CREATE TABLE orders_new (id bigint PRIMARY KEY, total numeric(12, 2) NOT NULL);
INSERT INTO orders_new (id, total) SELECT id, total FROM orders WHERE id BETWEEN 1 AND 1000;
DO $$
BEGIN
    IF (SELECT count(*) FROM orders) <> (SELECT count(*) FROM orders_new) THEN
        RAISE EXCEPTION 'rows are missing';
    END IF;
END
$$;
ALTER TABLE orders RENAME TO orders_old;
ALTER TABLE orders_new RENAME TO orders;
