--@ rows countries 249
--@ history
CREATE TABLE countries (id bigint PRIMARY KEY, code text NOT NULL);
--@ migration 002
CREATE INDEX ix_countries_code ON countries (code);
