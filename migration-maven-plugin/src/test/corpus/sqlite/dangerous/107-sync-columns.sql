--@ product sqlite
--@ versions 3.40 3.54
--@ rows notes 6000
--@ history
CREATE TABLE notes (
  id   INTEGER PRIMARY KEY,
  body TEXT NOT NULL
);
--@ migration 004
-- Prepare the offline client for synchronisation
ALTER TABLE notes ADD COLUMN origin TEXT NOT NULL DEFAULT 'local';
--@ danger addcol-nonconst-default: an expression as default is refused on a table with rows
ALTER TABLE notes ADD COLUMN sync_id TEXT NOT NULL DEFAULT (lower(hex(randomblob(16))));
--@ danger addcol-nonconst-default: the same, unixepoch() is no constant
ALTER TABLE notes ADD COLUMN changed_at INTEGER NOT NULL DEFAULT (unixepoch());

--@ danger trigger-add-disable: from now on every UPDATE writes each row twice, bulk statements of the running release too
CREATE TRIGGER notes_touch AFTER UPDATE OF body ON notes
BEGIN
  UPDATE notes SET changed_at = unixepoch() WHERE id = new.id;
END;
--@ down
DROP TRIGGER notes_touch;
ALTER TABLE notes DROP COLUMN changed_at;
ALTER TABLE notes DROP COLUMN sync_id;
ALTER TABLE notes DROP COLUMN origin;
