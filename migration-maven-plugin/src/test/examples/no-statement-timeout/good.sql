--@ also index-not-concurrent
SET LOCAL statement_timeout = '30s';
CREATE INDEX users_email_idx ON users (email);
