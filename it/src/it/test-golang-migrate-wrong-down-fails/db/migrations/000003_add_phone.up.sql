ALTER TABLE users ADD COLUMN phone VARCHAR(40);
CREATE INDEX users_phone ON users (phone);
