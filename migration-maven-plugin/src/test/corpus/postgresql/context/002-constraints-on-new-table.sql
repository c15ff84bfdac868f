--@ versions 14 18
--@ migration 0032
CREATE TABLE desk_booking (
    id bigint PRIMARY KEY,
    desk_id int,
    during tstzrange NOT NULL,
    code text
);
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE desk_booking;
--@ migration 0033
SET LOCAL lock_timeout = '2s';
ALTER TABLE desk_booking ALTER COLUMN desk_id SET NOT NULL;
ALTER TABLE desk_booking ADD CONSTRAINT desk_booking_code_ck CHECK (code <> '');
ALTER TABLE desk_booking ADD CONSTRAINT desk_booking_code_uq UNIQUE (code);
ALTER TABLE desk_booking ADD CONSTRAINT desk_booking_no_overlap
    EXCLUDE USING gist (int4range(desk_id, desk_id, '[]') WITH =, during WITH &&);
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE desk_booking DROP CONSTRAINT desk_booking_no_overlap;
ALTER TABLE desk_booking DROP CONSTRAINT desk_booking_code_uq;
ALTER TABLE desk_booking DROP CONSTRAINT desk_booking_code_ck;
ALTER TABLE desk_booking ALTER COLUMN desk_id DROP NOT NULL;
