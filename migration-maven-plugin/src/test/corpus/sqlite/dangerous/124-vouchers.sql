--@ product sqlite
--@ versions 3.40 3.54
--@ rows vouchers 2100
--@ rows voucher_types 6
--@ history
CREATE TABLE voucher_types (
  code  TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  legacy INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE vouchers (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT,
  type TEXT NOT NULL
);
--@ migration 044
--@ danger nondeterministic-dml: other codes on every run and every copy of the database, printed ones cannot be compared
UPDATE vouchers SET code = hex(randomblob(6)) WHERE code IS NULL;

--@ danger fk-cascade: deleting a voucher silently takes the bookings with it
--@ danger fk-no-index: every delete of a voucher scans voucher_uses
CREATE TABLE voucher_uses (
  id         INTEGER PRIMARY KEY,
  voucher_id INTEGER NOT NULL REFERENCES vouchers (id) ON DELETE CASCADE,
  cents      INTEGER NOT NULL
);
DELETE FROM voucher_types WHERE legacy = 1;
-- start again from 1 with the new numbers
--@ danger sequence-set: the way back does not restore the counter, and numbers of deleted vouchers are given again
UPDATE sqlite_sequence SET seq = 0 WHERE name = 'vouchers';
--@ down
DROP TABLE voucher_uses;
--@ danger seed-in-rollback: three types from memory instead of those that were deleted
INSERT INTO voucher_types (code, label, legacy) VALUES
  ('G10', 'Gift 10', 1), ('G20', 'Gift 20', 1), ('G50', 'Gift 50', 1);
