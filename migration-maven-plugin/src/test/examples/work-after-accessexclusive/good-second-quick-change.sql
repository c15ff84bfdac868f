ALTER TABLE users ADD COLUMN nickname text;
ALTER TABLE users ALTER COLUMN nickname SET STATISTICS 200;
COMMENT ON COLUMN users.nickname IS 'What friends say';
