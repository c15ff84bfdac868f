--@ versions 14 18
--@ rows flights 6000000
--@ history
CREATE TABLE flights (id bigint PRIMARY KEY, carrier char(2) NOT NULL, departs_at timestamp NOT NULL);
CREATE INDEX flights_departs_idx ON flights (departs_at);
--@ migration 19
SET LOCAL lock_timeout = '2s';
ALTER TABLE flights ADD COLUMN extras jsonb NOT NULL DEFAULT '{}';
--@ danger type-rewrite: with the USING expression (and a non-UTC zone) the whole table and index are rewritten
ALTER TABLE flights ALTER COLUMN departs_at TYPE timestamptz USING departs_at AT TIME ZONE 'Europe/Berlin';
--@ danger type-rewrite: bpchar to text is not binary coercible
ALTER TABLE flights ALTER carrier TYPE text;
