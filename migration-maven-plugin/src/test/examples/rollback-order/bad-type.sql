--@ also create-enum
--@ migration 001
CREATE TYPE mood AS ENUM ('fine', 'bad');
CREATE TABLE diary (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, felt mood NOT NULL);
--@ down
DROP TYPE mood;
DROP TABLE diary;
