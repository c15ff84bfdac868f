--@ product sqlite
--@ versions 3.38 3.54
--@ rows recipe 2600
--@ history
CREATE TABLE recipe (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  slug TEXT UNIQUE,
  cuisine TEXT,
  minutes INTEGER,
  note TEXT
);
CREATE INDEX recipe_cuisine ON recipe (cuisine);
CREATE VIEW quick_recipe AS SELECT id, title FROM recipe WHERE minutes < 20;
--@ migration a
--@ danger drop-column-used: recipe_cuisine still indexes it, refused
ALTER TABLE recipe DROP COLUMN cuisine;
--@ migration b
--@ danger drop-column-used: the view quick_recipe reads it, refused
ALTER TABLE recipe DROP COLUMN minutes;
--@ migration c
--@ danger drop-column-used: a UNIQUE column cannot be dropped
ALTER TABLE recipe DROP COLUMN slug;
--@ migration d
--@ danger drop-column: 2600 cooks' notes are gone
ALTER TABLE recipe DROP COLUMN note;
