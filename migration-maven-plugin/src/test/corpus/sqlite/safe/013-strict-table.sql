--@ product sqlite
--@ versions 3.40 3.54
--@ migration 018
-- STRICT: 3.37 and newer, our oldest bundle is 3.40
CREATE TABLE device_groups (
  id      INTEGER PRIMARY KEY,
  label   TEXT NOT NULL,
  quota   INTEGER NOT NULL DEFAULT 10,
  ratio   REAL,
  payload ANY
) STRICT;
CREATE UNIQUE INDEX device_groups_label ON device_groups (label);

CREATE TABLE device_group_members (
  group_id  INTEGER NOT NULL REFERENCES device_groups (id) ON DELETE RESTRICT,
  device_id INTEGER NOT NULL,
  PRIMARY KEY (group_id, device_id)
) STRICT, WITHOUT ROWID;
--@ down
DROP TABLE device_group_members;
DROP TABLE device_groups;
