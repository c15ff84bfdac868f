ALTER TABLE users ADD COLUMN email VARCHAR(120);
CREATE UNIQUE INDEX users_email ON users (email);
