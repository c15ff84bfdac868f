--@ also fk-no-index add-fk fk-cascade
ALTER TABLE orders ADD COLUMN customer_id bigint REFERENCES customers (id) ON DELETE RESTRICT;
