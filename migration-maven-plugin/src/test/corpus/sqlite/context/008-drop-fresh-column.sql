--@ product sqlite
--@ versions 3.40 3.54
--@ rows members 90000
--@ history
CREATE TABLE members (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
--@ migration 070
ALTER TABLE members ADD COLUMN nickname TEXT;
--@ down
ALTER TABLE members DROP COLUMN nickname;
--@ migration 071
-- product said no after all; 070 was never released, every value is NULL
ALTER TABLE members DROP COLUMN nickname;
ALTER TABLE members ADD COLUMN pronouns TEXT;
--@ down
ALTER TABLE members DROP COLUMN pronouns;
ALTER TABLE members ADD COLUMN nickname TEXT;
