--@ product sqlite
--@ also fk-no-index
ALTER TABLE orders ADD COLUMN user_id INTEGER REFERENCES users (id) ON DELETE CASCADE;
