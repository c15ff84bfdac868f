--@ versions 14 18
--@ rows invoices 9000000
--@ rows customers 2100000
--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE invoices (id bigint PRIMARY KEY, customer_id bigint NOT NULL);
CREATE INDEX invoices_customer_id_idx ON invoices (customer_id);
--@ migration 0022
SET LOCAL lock_timeout = '3s';
ALTER TABLE invoices ADD CONSTRAINT invoices_customer_fk
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT NOT VALID;
--@ down
SET LOCAL lock_timeout = '3s';
ALTER TABLE invoices DROP CONSTRAINT invoices_customer_fk;
--@ migration 0023
-- SHARE UPDATE EXCLUSIVE only, reads and writes go on
SET LOCAL lock_timeout = '3s';
ALTER TABLE invoices VALIDATE CONSTRAINT invoices_customer_fk;
