--@ migration 001 transactional=false
PRAGMA foreign_keys;
PRAGMA foreign_keys = ON;
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
