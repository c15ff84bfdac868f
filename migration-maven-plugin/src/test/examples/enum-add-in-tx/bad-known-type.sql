--@ also data-in-migration insert-no-columns
--@ history
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (id bigint PRIMARY KEY, present mood);
--@ migration 002
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO people (id, present) VALUES (1, 'happy');
