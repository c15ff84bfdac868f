--@ versions 18
CREATE TABLE notes (id bigint PRIMARY KEY, stars integer CONSTRAINT few CHECK (stars < 6) ENFORCED);
