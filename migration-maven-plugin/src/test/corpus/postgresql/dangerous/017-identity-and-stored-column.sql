--@ versions 14 18
--@ rows articles 4300000
--@ history
CREATE TABLE articles (slug text PRIMARY KEY, title text NOT NULL, body text NOT NULL);
--@ migration 0201
SET LOCAL lock_timeout = '5s';
--@ danger serial-identity-stored-add: the tsvector is computed for all rows, full rewrite under ACCESS EXCLUSIVE
ALTER TABLE articles ADD COLUMN search_vector tsvector
    GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || body)) STORED;
--@ danger serial-identity-stored-add: numbering the existing rows rewrites the table again
ALTER TABLE articles ADD COLUMN article_no BIGINT GENERATED ALWAYS AS IDENTITY;
--@ down
SET LOCAL lock_timeout = '5s';
ALTER TABLE articles DROP COLUMN article_no;
ALTER TABLE articles DROP COLUMN search_vector;
