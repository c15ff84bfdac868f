--@ history
CREATE TABLE lyrics (id integer PRIMARY KEY, words text NOT NULL);
--@ migration 002
DROP TABLE IF EXISTS lyrics;
CREATE TABLE lyrics (id integer PRIMARY KEY, song_id integer NOT NULL, words text NOT NULL);
