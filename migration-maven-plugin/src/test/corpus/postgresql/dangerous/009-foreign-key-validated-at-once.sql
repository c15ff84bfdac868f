--@ versions 14 18
--@ rows invoices 9000000
--@ rows customers 2100000
--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE invoices (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL,
    issued_on date NOT NULL,
    amount numeric(12,2) NOT NULL
);
CREATE INDEX invoices_customer_id_idx ON invoices (customer_id);
--@ migration 0022_invoice_fk
SET LOCAL lock_timeout = '4s';
--@ danger fk-no-not-valid: SHARE ROW EXCLUSIVE on invoices and customers while 9M rows are checked; writes to both stop
ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_customer_id_fkey
    FOREIGN KEY (customer_id) REFERENCES public.customers (id) ON DELETE RESTRICT;
--@ down
SET LOCAL lock_timeout = '4s';
ALTER TABLE ONLY public.invoices DROP CONSTRAINT invoices_customer_id_fkey;
