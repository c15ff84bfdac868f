--@ versions 14 18
--@ rows tariff 4000
--@ rows contract 250000
--@ history
CREATE TABLE tariff (code text PRIMARY KEY, monthly_cents int NOT NULL);
CREATE TABLE contract (id bigint PRIMARY KEY, tariff_code text NOT NULL REFERENCES tariff (code));
CREATE INDEX contract_tariff_idx ON contract (tariff_code);
--@ migration 0023
SET LOCAL lock_timeout = '2s';
--@ danger truncate: empties tariff
--@ danger cascade: also empties contract (250k rows) because of its foreign key
TRUNCATE TABLE tariff RESTART IDENTITY CASCADE;
INSERT INTO tariff (code, monthly_cents) VALUES ('S', 990), ('M', 1490), ('L', 2990);
