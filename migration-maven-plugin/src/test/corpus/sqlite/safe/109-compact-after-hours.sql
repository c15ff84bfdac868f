--@ product sqlite
--@ versions 3.40 3.54
--@ rows blobs 400
--@ history
CREATE TABLE blobs (
  id   INTEGER PRIMARY KEY,
  data BLOB NOT NULL
);
--@ migration 052 transactional=false
-- the service is stopped while this runs; the file is in WAL mode before and after; auto_vacuum takes effect with the VACUUM
PRAGMA busy_timeout = 5000;
PRAGMA journal_mode = DELETE;
PRAGMA auto_vacuum = INCREMENTAL;
VACUUM;
PRAGMA journal_mode = WAL;
--@ down
PRAGMA busy_timeout = 5000;
PRAGMA journal_mode = DELETE;
PRAGMA auto_vacuum = NONE;
VACUUM;
PRAGMA journal_mode = WAL;
