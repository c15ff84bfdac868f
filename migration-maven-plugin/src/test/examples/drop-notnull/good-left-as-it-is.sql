-- the former release does not mind: it goes on giving every user a phone
ALTER TABLE users ALTER COLUMN phone DROP NOT NULL;
--@ down
-- stays
