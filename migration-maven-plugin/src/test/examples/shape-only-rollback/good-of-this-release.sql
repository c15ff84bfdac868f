--@ migration 001
CREATE TABLE draft (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text);
--@ down
DROP TABLE draft;
--@ migration 002
DROP TABLE draft;
--@ down
CREATE TABLE draft (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text);
