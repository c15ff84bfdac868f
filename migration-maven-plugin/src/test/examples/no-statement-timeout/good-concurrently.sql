--@ migration 001 transactional=false
CREATE INDEX CONCURRENTLY users_email_idx ON users (email);
