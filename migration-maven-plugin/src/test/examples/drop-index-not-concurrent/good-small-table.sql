--@ also drop-index
--@ rows countries 249
--@ history
CREATE TABLE countries (id bigint PRIMARY KEY, code text NOT NULL);
CREATE INDEX ix_countries_code ON countries (code);
--@ migration 002
DROP INDEX ix_countries_code;
