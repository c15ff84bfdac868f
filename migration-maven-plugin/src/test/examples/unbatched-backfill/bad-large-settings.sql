--@ rows user_settings 50000000
UPDATE user_settings SET theme = 'x' WHERE theme IS NULL;
