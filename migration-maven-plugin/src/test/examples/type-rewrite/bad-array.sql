--@ history
CREATE TABLE posts (id bigint PRIMARY KEY, tags varchar(10)[]);
--@ migration 002
ALTER TABLE posts ALTER COLUMN tags TYPE varchar(20)[];
