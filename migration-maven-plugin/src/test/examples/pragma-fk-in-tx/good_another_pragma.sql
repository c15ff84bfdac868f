PRAGMA defer_foreign_keys = ON;
CREATE TABLE a (id INTEGER PRIMARY KEY);
