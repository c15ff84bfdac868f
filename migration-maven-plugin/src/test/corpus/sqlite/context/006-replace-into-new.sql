--@ product sqlite
--@ migration 007
CREATE TABLE country_names (
  iso2 TEXT NOT NULL,
  lang TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (iso2, lang)
) WITHOUT ROWID;
-- the list of the statistics office has some countries twice, the last one counts
INSERT OR REPLACE INTO country_names (iso2, lang, name) VALUES
  ('CZ', 'en', 'Czech Republic'),
  ('MK', 'en', 'Macedonia'),
  ('CZ', 'en', 'Czechia'),
  ('MK', 'en', 'North Macedonia');
--@ down
DROP TABLE country_names;
