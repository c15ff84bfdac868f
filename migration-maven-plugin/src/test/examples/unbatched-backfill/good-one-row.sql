UPDATE settings SET value = 'on' WHERE key = 'mail.enabled';
DELETE FROM roles WHERE id IN (7, 8);
INSERT INTO settings (key, value) SELECT 'mail.port', '25' WHERE NOT EXISTS (SELECT 1 FROM settings WHERE key = 'mail.port');
