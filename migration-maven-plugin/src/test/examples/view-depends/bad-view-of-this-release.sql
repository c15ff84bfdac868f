CREATE VIEW mails AS SELECT id, email FROM users;
--@ migration 002
ALTER TABLE users ALTER COLUMN email TYPE text;
