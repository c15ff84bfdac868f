ALTER TABLE settings ADD COLUMN note text;
UPDATE settings SET note = 'since 3.2' WHERE key = 'mail.sender';
