--@ also fk-no-index add-fk fk-cascade
--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, status_id bigint);
--@ migration 002
CREATE TABLE statuses (id bigint PRIMARY KEY, name text NOT NULL);
ALTER TABLE orders ADD CONSTRAINT orders_status_fk FOREIGN KEY (status_id) REFERENCES statuses (id) ON DELETE RESTRICT;
