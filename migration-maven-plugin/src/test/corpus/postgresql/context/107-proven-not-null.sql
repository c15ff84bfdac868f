--@ versions 13 17
--@ rows wire_transfer 150000000
--@ history
CREATE TABLE wire_transfer (
    id bigint PRIMARY KEY,
    booked_on date
);
ALTER TABLE wire_transfer ADD CONSTRAINT wire_transfer_booked_nn CHECK (booked_on IS NOT NULL) NOT VALID;
ALTER TABLE wire_transfer VALIDATE CONSTRAINT wire_transfer_booked_nn;
--@ migration 2025-W03
SET LOCAL lock_timeout = '2s';
ALTER TABLE wire_transfer ALTER COLUMN booked_on SET NOT NULL;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE wire_transfer ALTER COLUMN booked_on DROP NOT NULL;
