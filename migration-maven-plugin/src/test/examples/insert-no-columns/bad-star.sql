--@ history
CREATE TABLE countries (code text PRIMARY KEY, name text NOT NULL);
--@ migration 002
CREATE TABLE countries_copy (code text PRIMARY KEY, name text NOT NULL);
INSERT INTO countries_copy SELECT * FROM countries WHERE code = 'de';
