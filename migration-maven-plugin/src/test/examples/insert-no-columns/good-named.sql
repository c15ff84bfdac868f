--@ history
CREATE TABLE countries (code text PRIMARY KEY, name text NOT NULL);
--@ migration 002
UPDATE countries SET name = 'Germany' WHERE code = 'de';
CREATE TABLE currencies (code text PRIMARY KEY, name text NOT NULL);
INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro');
