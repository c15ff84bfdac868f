--@ versions 14 18
CREATE TABLE limits (id bigint PRIMARY KEY, a1_000 integer DEFAULT 1000, b text DEFAULT '1_000');
