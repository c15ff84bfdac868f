--@ history
CREATE TABLE tags (id bigint PRIMARY KEY, name text NOT NULL, CONSTRAINT tags_name_key UNIQUE (name));
--@ migration 002
ALTER TABLE tags RENAME CONSTRAINT tags_name_key TO tags_by_name;
