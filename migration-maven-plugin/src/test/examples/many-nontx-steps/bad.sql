--@ also not-rerunnable
--@ migration 001 transactional=false
INSERT INTO settings (key, value) VALUES ('mail.port', '25');
CREATE INDEX CONCURRENTLY users_nick_idx ON users (nick);
