--@ migration 001
ALTER TABLE users ADD COLUMN nick text;
--@ migration 002
ALTER TABLE users RENAME COLUMN nick TO nickname;
