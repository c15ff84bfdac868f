UPDATE app_settings SET value = 'true' WHERE setting = 'mail';
DELETE FROM roles WHERE retired;
