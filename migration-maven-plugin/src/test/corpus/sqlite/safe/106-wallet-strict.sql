--@ product sqlite
--@ versions 3.40 3.54
--@ migration 001
CREATE TABLE wallets (
  id       INTEGER PRIMARY KEY,
  owner    TEXT    NOT NULL,
  currency TEXT    NOT NULL CHECK (length(currency) = 3)
) STRICT;
CREATE TABLE transfers (
  id         INTEGER PRIMARY KEY,
  wallet_id  INTEGER NOT NULL REFERENCES wallets (id) ON DELETE RESTRICT,
  minor      INTEGER NOT NULL CHECK (minor <> 0),
  booked_at  TEXT    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  booked_day TEXT    GENERATED ALWAYS AS (substr(booked_at, 1, 10)) STORED
) STRICT;
CREATE INDEX ix_transfers_wallet ON transfers (wallet_id, booked_day);
CREATE TABLE rates (
  day      TEXT    NOT NULL,
  currency TEXT    NOT NULL,
  ppm      INTEGER NOT NULL,
  PRIMARY KEY (day, currency)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ux_wallets_owner ON wallets (owner, currency);
--@ down
DROP TABLE rates;
DROP TABLE transfers;
DROP TABLE wallets;
