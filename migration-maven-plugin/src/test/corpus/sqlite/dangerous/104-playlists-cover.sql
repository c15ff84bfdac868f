--@ product sqlite
--@ versions 3.40 3.54
--@ rows playlists 300
--@ rows playlist_tracks 18000
--@ history
PRAGMA foreign_keys = ON;
CREATE TABLE playlists (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL
);
CREATE TABLE playlist_tracks (
  playlist_id INTEGER NOT NULL REFERENCES playlists (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  track_uri   TEXT    NOT NULL,
  PRIMARY KEY (playlist_id, position)
) WITHOUT ROWID;
--@ migration 012
-- player 4.2, covers for playlists
--@ danger rename-rewrites-refs: playlist_tracks refers to playlists_old from here on and still does at the end
ALTER TABLE playlists RENAME TO playlists_old;

CREATE TABLE playlists (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,
  cover_url TEXT
);
INSERT INTO playlists (id, name) SELECT id, name FROM playlists_old;

--@ danger rebuild-fk-on: playlists_old is now the parent of playlist_tracks, the drop cascades over all tracks
DROP TABLE playlists_old;
PRAGMA foreign_key_check;
--@ down
ALTER TABLE playlists DROP COLUMN cover_url;
