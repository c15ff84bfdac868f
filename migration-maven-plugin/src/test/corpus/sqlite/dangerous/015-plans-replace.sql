--@ product sqlite
--@ rows plans 6
--@ rows subscriptions 88000
--@ history
CREATE TABLE plans (
  code        TEXT PRIMARY KEY,
  name        TEXT NOT NULL,
  price_cents INTEGER NOT NULL,
  created_at  TEXT NOT NULL DEFAULT (datetime('now')),
  features    TEXT NOT NULL DEFAULT '[]'
);
CREATE TABLE subscriptions (
  id        INTEGER PRIMARY KEY,
  plan_code TEXT NOT NULL REFERENCES plans (code) ON DELETE CASCADE,
  ends_at   TEXT
);
--@ migration 016
-- new prices for 2025
--@ danger or-replace: the existing plan is deleted and inserted anew: subscriptions cascade away, created_at and features fall back to defaults
INSERT OR REPLACE INTO plans (code, name, price_cents) VALUES
  ('basic', 'Basic', 590),
  ('pro', 'Professional', 1490);
--@ danger or-replace: REPLACE INTO is the same thing under another name
replace into plans (code, name, price_cents) values ('team', 'Team', 4900);
