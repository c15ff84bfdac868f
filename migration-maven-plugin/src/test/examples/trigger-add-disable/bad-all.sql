ALTER TABLE orders DISABLE TRIGGER ALL;
UPDATE orders SET note = 'x' WHERE id = 7;
ALTER TABLE orders ENABLE TRIGGER ALL;
--@ also ddl-plus-dml-one-tx
