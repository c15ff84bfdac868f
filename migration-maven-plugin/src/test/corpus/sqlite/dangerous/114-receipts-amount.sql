--@ product sqlite
--@ versions 3.40 3.54
--@ rows receipts 9500
--@ history
CREATE TABLE receipts (
  no       INTEGER PRIMARY KEY AUTOINCREMENT,
  amount   INTEGER NOT NULL,
  till     TEXT    NOT NULL,
  sold_at  TEXT    NOT NULL
);
CREATE INDEX ix_receipts_till ON receipts (till, sold_at);
--@ migration 037
-- Fiscal rules: a number is never given twice, voided receipts are deleted and leave a gap.
-- New: the amount must not be 0.
CREATE TABLE receipts_n (
  no       INTEGER PRIMARY KEY AUTOINCREMENT,
  amount   INTEGER NOT NULL CHECK (amount <> 0),
  till     TEXT    NOT NULL,
  sold_at  TEXT    NOT NULL
);
INSERT INTO receipts_n (no, amount, till, sold_at)
SELECT no, amount, till, sold_at FROM receipts;
--@ danger autoincrement-lost: the counter goes with the table, the new one only knows the highest number that still exists; voided numbers at the end are given again
DROP TABLE receipts;
ALTER TABLE receipts_n RENAME TO receipts;
CREATE INDEX ix_receipts_till ON receipts (till, sold_at);
--@ down
CREATE TABLE receipts_o (
  no       INTEGER PRIMARY KEY AUTOINCREMENT,
  amount   INTEGER NOT NULL,
  till     TEXT    NOT NULL,
  sold_at  TEXT    NOT NULL
);
INSERT INTO receipts_o (no, amount, till, sold_at)
SELECT no, amount, till, sold_at FROM receipts;
--@ danger autoincrement-lost: the counter is lost on the way back too
DROP TABLE receipts;
ALTER TABLE receipts_o RENAME TO receipts;
CREATE INDEX ix_receipts_till ON receipts (till, sold_at);
