--@ history
ALTER DATABASE shop SET idle_in_transaction_session_timeout = '5min';
--@ migration 002
ALTER TABLE users ADD COLUMN nickname text;
