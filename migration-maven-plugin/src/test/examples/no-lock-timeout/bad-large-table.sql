--@ rows users 5000000
ALTER TABLE users ADD COLUMN nickname text;
