--@ versions 13 18
--@ rows ticket_status 12
--@ history
CREATE TABLE ticket_status (code text PRIMARY KEY, label text NOT NULL, is_final boolean);
--@ migration 0007
UPDATE ticket_status SET is_final = (code IN ('closed', 'rejected'));
--@ migration 0008
SET LOCAL lock_timeout = '2s';
ALTER TABLE ticket_status ALTER COLUMN is_final SET NOT NULL;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE ticket_status ALTER COLUMN is_final DROP NOT NULL;
