--@ versions 18
CREATE TABLE notes (id bigint PRIMARY KEY, user_id bigint, FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE NOT ENFORCED);
CREATE INDEX notes_user_id_idx ON notes (user_id);
