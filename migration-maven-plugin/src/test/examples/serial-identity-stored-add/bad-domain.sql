--@ history
CREATE DOMAIN email_address AS text CHECK (VALUE LIKE '%@%');
--@ migration 002
ALTER TABLE users ADD COLUMN second_email email_address;
