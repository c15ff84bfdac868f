--@ also drop-index
DROP INDEX idx_users_email;
