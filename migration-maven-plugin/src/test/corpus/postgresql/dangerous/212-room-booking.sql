--@ versions 13 18
--@ rows booking 1300000
--@ rows booking_guest 2700000
--@ history
CREATE TABLE booking (
    id bigint PRIMARY KEY,
    room_id integer NOT NULL,
    stay daterange NOT NULL
);
CREATE TABLE booking_guest (
    guest_no bigint,
    booking_id bigint NOT NULL
);
--@ migration 2024.11.1
SET LOCAL lock_timeout = '3s';
--@ danger exclusion: no online way, the GiST index is built under ACCESS EXCLUSIVE
ALTER TABLE booking ADD CONSTRAINT booking_no_overlap
    EXCLUDE USING gist (int4range(room_id, room_id, '[]') WITH &&, stay WITH &&);
--@ migration 2024.11.2
SET LOCAL lock_timeout = '3s';
--@ danger add-notnull-no-default: the table has rows, the statement fails with the first of them
ALTER TABLE booking ADD COLUMN channel text NOT NULL;
--@ migration 2024.11.3
SET LOCAL lock_timeout = '3s';
--@ danger pk-no-using-index: index over 2.7 million rows built under ACCESS EXCLUSIVE
--@ danger pk-on-nullable: guest_no may be NULL, hidden SET NOT NULL with a scan
ALTER TABLE booking_guest ADD PRIMARY KEY (guest_no);
