ALTER TABLE users DROP CONSTRAINT chk_users_email_not_null;
