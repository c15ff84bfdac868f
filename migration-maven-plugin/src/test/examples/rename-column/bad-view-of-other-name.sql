ALTER TABLE orders RENAME state TO status;
CREATE VIEW orders_v AS SELECT id, status AS state FROM orders;
