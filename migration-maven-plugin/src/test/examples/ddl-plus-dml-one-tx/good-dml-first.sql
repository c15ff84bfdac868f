UPDATE settings SET value = 'on' WHERE key = 'mail.enabled';
ALTER TABLE users ADD COLUMN mail boolean;
