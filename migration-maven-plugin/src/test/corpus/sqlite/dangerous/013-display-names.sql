--@ product sqlite
--@ versions 3.40 3.54
--@ rows people 12000
--@ history
CREATE TABLE people (
  id         INTEGER PRIMARY KEY,
  first_name TEXT,
  last_name  TEXT,
  extra      TEXT
);
CREATE TABLE tags (
  person_id INTEGER NOT NULL,
  tag       TEXT NOT NULL
);
--@ migration 006
ALTER TABLE people ADD COLUMN display_name TEXT;
ALTER TABLE people ADD COLUMN extra_b BLOB;

--@ danger version-gate: concat_ws() is there from 3.44, the bundle on the terminals is 3.40
UPDATE people SET display_name = concat_ws(' ', first_name, last_name);
--@ danger version-gate: jsonb() came with 3.45
UPDATE people SET extra_b = jsonb(extra) WHERE json_valid(extra);

--@ danger version-gate: string_agg and ORDER BY inside an aggregate came with 3.44
CREATE VIEW person_tags AS
  SELECT person_id, string_agg(tag, ', ' ORDER BY tag) AS tags
    FROM tags GROUP BY person_id;
--@ down
DROP VIEW person_tags;
ALTER TABLE people DROP COLUMN extra_b;
ALTER TABLE people DROP COLUMN display_name;
