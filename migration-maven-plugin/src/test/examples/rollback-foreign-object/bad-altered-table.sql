--@ migration 001
ALTER TABLE customer ADD COLUMN nickname text;
--@ down
DROP TABLE customer;
