--@ migration 002
ALTER DOMAIN email_address ADD CONSTRAINT email_address_has_at CHECK (VALUE LIKE '%@%') NOT VALID;
--@ migration 003
ALTER DOMAIN email_address VALIDATE CONSTRAINT email_address_has_at;
