SET LOCAL idle_in_transaction_session_timeout = '60s';
ALTER TABLE users ADD COLUMN nickname text;
