CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT, note TEXT);
INSERT OR REPLACE INTO settings (key, value) VALUES ('a', 'b');
