--@ history
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
--@ migration 002
PRAGMA busy_timeout;
PRAGMA busy_timeout = 2000;
ALTER TABLE users ADD COLUMN city TEXT;
