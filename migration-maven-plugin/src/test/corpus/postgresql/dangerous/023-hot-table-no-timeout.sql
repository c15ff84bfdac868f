--@ versions 14 18
--@ rows sessions 64000000
--@ history
CREATE TABLE sessions (token uuid PRIMARY KEY, user_id bigint NOT NULL, last_seen timestamptz NOT NULL);
--@ migration 1007
-- device info for the "where am I logged in" page
--@ danger no-lock-timeout: ACCESS EXCLUSIVE request waits behind any long SELECT and queues all logins behind itself
ALTER TABLE sessions ADD COLUMN user_agent text;
COMMENT ON COLUMN sessions.user_agent IS 'raw header, cut to 512 characters by the app';
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE sessions DROP COLUMN user_agent;
