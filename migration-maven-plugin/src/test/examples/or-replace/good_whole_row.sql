--@ history
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT);
--@ migration 002
INSERT OR REPLACE INTO settings (key, value) VALUES ('a', 'b');
