--@ versions 14 18
--@ rows room_reservations 2600000
--@ history
CREATE TABLE room_reservations (
    id bigint PRIMARY KEY, room_id int NOT NULL, during tstzrange NOT NULL, cancelled boolean NOT NULL DEFAULT false
);
--@ migration 0033
-- no double bookings any more
SET LOCAL lock_timeout = '3s';
--@ danger exclusion: GiST index is built under ACCESS EXCLUSIVE and there is no online form; old overlaps abort it
ALTER TABLE room_reservations
    ADD CONSTRAINT room_reservations_no_overlap
    EXCLUDE USING gist (int4range(room_id, room_id, '[]') WITH =, during WITH &&) WHERE (NOT cancelled);
--@ down
SET LOCAL lock_timeout = '3s';
ALTER TABLE room_reservations DROP CONSTRAINT room_reservations_no_overlap;
