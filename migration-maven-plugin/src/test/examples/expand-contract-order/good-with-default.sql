ALTER TABLE customers ADD COLUMN state text;
ALTER TABLE customers ALTER COLUMN state SET DEFAULT 'new';
--@ migration 002
UPDATE customers SET state = lower(kind) WHERE id BETWEEN 1 AND 1000;
--@ migration 003
ALTER TABLE customers ADD CONSTRAINT customers_state_ck CHECK (state IS NOT NULL) NOT VALID;
--@ migration 004
ALTER TABLE customers VALIDATE CONSTRAINT customers_state_ck;
--@ migration 005
ALTER TABLE customers ALTER COLUMN state SET NOT NULL;
