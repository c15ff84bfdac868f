--@ versions 14 18
--@ rows comments 26000000
--@ rows posts 1400000
--@ history
CREATE TABLE posts (id bigint PRIMARY KEY, title text, deleted boolean NOT NULL DEFAULT false);
CREATE TABLE comments (id bigint PRIMARY KEY, post_id bigint, body text, author_id bigint);
--@ migration 0007
SET LOCAL lock_timeout = '2s';
--@ danger fk-cascade: deleting one post now silently removes all of its comments
--@ danger fk-no-index: comments.post_id has no index, each DELETE on posts scans 26M rows
ALTER TABLE comments
    ADD CONSTRAINT comments_post_fk FOREIGN KEY (post_id)
    REFERENCES posts (id) ON DELETE CASCADE NOT VALID;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE comments DROP CONSTRAINT comments_post_fk;
