--@ versions 14 15
CREATE TABLE posts (
  tenant integer NOT NULL, id bigint NOT NULL, author bigint, PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, author) REFERENCES authors (tenant, id) ON DELETE SET NULL (author));
CREATE INDEX posts_author_idx ON posts (tenant, author);
