CREATE TABLE lands (code VARCHAR(2) PRIMARY KEY, label TEXT);
INSERT INTO lands (code, label) VALUES ('DE', 'Germany'), ('AUT', 'Austria');
