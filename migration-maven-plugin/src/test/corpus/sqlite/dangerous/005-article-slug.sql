--@ product sqlite
--@ rows articles 8800
--@ history
CREATE TABLE `articles` (
  `title`        VARCHAR(255) NOT NULL,
  `body`         TEXT,
  `published_at` DATETIME
);
--@ migration 003
-- nice URLs: /articles/<slug>
--@ danger addcol-pk-unique: ADD COLUMN ... UNIQUE is always refused by SQLite, filled or not
ALTER TABLE `articles` ADD COLUMN `slug` VARCHAR(255) UNIQUE;

-- and a real key at last
--@ danger addcol-pk-unique: ADD COLUMN ... PRIMARY KEY is always refused
ALTER TABLE `articles` ADD `id` INTEGER PRIMARY KEY;
