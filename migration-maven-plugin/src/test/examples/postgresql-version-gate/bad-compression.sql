--@ versions 13 16
CREATE TABLE pages (id bigint PRIMARY KEY, body text COMPRESSION lz4 NOT NULL);
