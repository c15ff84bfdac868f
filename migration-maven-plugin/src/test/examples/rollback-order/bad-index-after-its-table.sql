--@ migration 001
CREATE TABLE diary (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, day date NOT NULL);
CREATE INDEX diary_day_idx ON diary (day);
--@ down
DROP TABLE diary;
DROP INDEX diary_day_idx;
