--@ versions 14 18
--@ rows legacy_customers 800000
--@ history
CREATE TABLE legacy_customers (id int PRIMARY KEY, name text);
CREATE TABLE legacy_notes (id int PRIMARY KEY, customer_id int REFERENCES legacy_customers (id), note text);
CREATE VIEW v_customer_notes AS SELECT c.name, n.note FROM legacy_customers c JOIN legacy_notes n ON n.customer_id = c.id;
--@ migration 0500_cleanup
SET LOCAL lock_timeout = '2s';
--@ danger drop-table: 800k rows gone
--@ danger cascade: takes v_customer_notes and the foreign key of legacy_notes with it, neither of them named
DROP TABLE legacy_customers CASCADE;
--@ danger drop-table: rows gone, even with IF EXISTS
DROP TABLE IF EXISTS legacy_notes;
