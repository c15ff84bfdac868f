--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, state text, CONSTRAINT orders_state_check CHECK (state IN ('new', 'paid')));
--@ migration 002
ALTER TABLE orders ADD CONSTRAINT orders_state_known CHECK (state IN ('new', 'paid', 'sent')) NOT VALID;
--@ migration 003
ALTER TABLE orders VALIDATE CONSTRAINT orders_state_known;
--@ migration 004
ALTER TABLE orders DROP CONSTRAINT orders_state_check;
