--@ also drop-column pk-no-using-index
--@ history
CREATE TABLE saved (id bigint PRIMARY KEY, user_id bigint NOT NULL, post_id bigint NOT NULL, CONSTRAINT saved_once UNIQUE (user_id, post_id));
--@ migration 002
ALTER TABLE saved DROP COLUMN id, ADD PRIMARY KEY (user_id, post_id), DROP CONSTRAINT saved_once;
