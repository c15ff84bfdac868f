--@ product sqlite
--@ versions 3.40 3.54
--@ rows tags 2100
--@ rows item_tags 57000
--@ rows app_settings 30
--@ history
PRAGMA foreign_keys = ON;
CREATE TABLE tags (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE item_tags (
  item_id INTEGER NOT NULL,
  tag_id  INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  PRIMARY KEY (item_id, tag_id)
) WITHOUT ROWID;
CREATE INDEX ix_item_tags_tag ON item_tags (tag_id);
CREATE TABLE app_settings (
  key        TEXT PRIMARY KEY,
  value      TEXT,
  changed_by TEXT NOT NULL DEFAULT 'install'
);
--@ migration 029
-- "Wine" and "wine" were two tags
--@ danger or-replace: where the lower-case tag exists already it is deleted, and with it all its item_tags
UPDATE OR REPLACE tags SET name = lower(name) WHERE name <> lower(name);

--@ danger or-replace: a setting that the user made is deleted and changed_by falls back to its default
REPLACE INTO app_settings (key, value) VALUES ('tag_case', 'lower'), ('tag_suggest', 'on');
--@ down
DELETE FROM app_settings WHERE key IN ('tag_case', 'tag_suggest');
