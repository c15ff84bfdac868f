--@ migration 002 transactional=false
CREATE UNIQUE INDEX CONCURRENTLY users_email_key_idx ON users (email);
--@ migration 003
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key_idx;
