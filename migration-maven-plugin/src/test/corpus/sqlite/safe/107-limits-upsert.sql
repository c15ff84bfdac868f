--@ product sqlite
--@ versions 3.40 3.54
--@ rows plans 5
--@ history
CREATE TABLE plans (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO plans (code, name) VALUES ('free', 'Free'), ('team', 'Team');
--@ migration 023
-- no REPLACE INTO: a limit that support raised must survive a second run
CREATE TABLE IF NOT EXISTS plan_limits (
  plan_code  TEXT    NOT NULL REFERENCES plans (code) ON DELETE RESTRICT ON UPDATE RESTRICT,
  resource   TEXT    NOT NULL,
  max_count  INTEGER NOT NULL,
  raised_by  TEXT,
  PRIMARY KEY (plan_code, resource)
) WITHOUT ROWID;
INSERT INTO plan_limits (plan_code, resource, max_count) VALUES
  ('free', 'projects', 3),
  ('team', 'projects', 50)
ON CONFLICT (plan_code, resource) DO UPDATE
SET max_count = excluded.max_count
WHERE plan_limits.raised_by IS NULL;
INSERT INTO plan_limits (plan_code, resource, max_count)
VALUES ('free', 'seats', 1)
ON CONFLICT DO NOTHING;
--@ down
DROP TABLE IF EXISTS plan_limits;
