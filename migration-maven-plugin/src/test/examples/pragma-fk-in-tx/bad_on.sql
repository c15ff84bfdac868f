--@ migration 001
pragma foreign_keys(on);
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
