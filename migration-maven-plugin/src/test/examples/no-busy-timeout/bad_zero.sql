--@ history
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
--@ migration 002 transactional=false
pragma busy_timeout(0);
ALTER TABLE users ADD COLUMN city TEXT;
