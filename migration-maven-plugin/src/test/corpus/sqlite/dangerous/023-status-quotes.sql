--@ product sqlite
--@ rows parcels 5200
--@ history
CREATE TABLE parcels (
  id      INTEGER PRIMARY KEY,
  status  TEXT NOT NULL,
  returned TEXT,
  note    TEXT
);
--@ migration 026
-- wording of the new carrier
--@ danger dqs-string: "returned" is a column here, so the status becomes the content of that column (mostly NULL)
UPDATE parcels SET status = "returned" WHERE status = 'back';
--@ danger dqs-string: "in_transit" is taken for a string only because no such column exists; a build without DQS refuses it
UPDATE parcels SET status = "in_transit" WHERE status = 'sent';
--@ danger dqs-string: double quotes in a default: an error where DQS is off for DDL
ALTER TABLE parcels ADD COLUMN channel TEXT DEFAULT "web";
--@ down
ALTER TABLE parcels DROP COLUMN channel;
