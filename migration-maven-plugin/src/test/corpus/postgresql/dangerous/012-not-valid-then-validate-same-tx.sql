--@ versions 14 18
--@ rows bookings 18000000
--@ rows rooms 40000
--@ history
CREATE TABLE rooms (id int PRIMARY KEY, hotel_id int NOT NULL);
CREATE TABLE bookings (id bigint PRIMARY KEY, room_id int NOT NULL, guest_id bigint NOT NULL, nights smallint);
CREATE INDEX ON bookings (room_id);
--@ migration 054
-- "online" foreign key, as described in the wiki
SET LOCAL lock_timeout = '3s';
ALTER TABLE bookings ADD CONSTRAINT bookings_room_fk
    FOREIGN KEY (room_id) REFERENCES rooms (id) NOT VALID;
--@ danger validate-same-tx: the SHARE ROW EXCLUSIVE locks of the ADD are still held while 18M rows are validated
ALTER TABLE bookings VALIDATE CONSTRAINT bookings_room_fk;
--@ down
SET LOCAL lock_timeout = '3s';
ALTER TABLE bookings DROP CONSTRAINT bookings_room_fk;
