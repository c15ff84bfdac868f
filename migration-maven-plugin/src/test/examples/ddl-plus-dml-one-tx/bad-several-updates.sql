ALTER TABLE users ADD COLUMN a text, ADD COLUMN b text;
UPDATE users SET a = 'x' WHERE a IS NULL;
UPDATE users SET b = 'y' WHERE b IS NULL;
