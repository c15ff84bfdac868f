--@ rows shops 12
--@ rows countries 200
--@ history
CREATE TABLE countries (iso text PRIMARY KEY);
CREATE TABLE shops (id bigint PRIMARY KEY, country text);
CREATE INDEX shops_country_idx ON shops (country);
--@ migration 002
ALTER TABLE shops ADD CONSTRAINT shops_country_fk FOREIGN KEY (country) REFERENCES countries (iso);
