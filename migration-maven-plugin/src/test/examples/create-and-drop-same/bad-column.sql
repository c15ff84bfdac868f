ALTER TABLE customers ADD COLUMN nickname text;
ALTER TABLE customers DROP COLUMN nickname;
