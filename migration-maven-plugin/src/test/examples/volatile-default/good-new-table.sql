CREATE TABLE users (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
ALTER TABLE users ADD COLUMN token uuid DEFAULT gen_random_uuid();
