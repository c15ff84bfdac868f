--@ versions 14 18
--@ migration 2025.02/1
CREATE TABLE desk_booking (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    desk int4range NOT NULL,
    minutes integer NOT NULL
);
ALTER TABLE desk_booking ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE desk_booking ADD COLUMN hours numeric(6,2) GENERATED ALWAYS AS (minutes / 60.0) STORED;
ALTER TABLE desk_booking ADD CONSTRAINT desk_booking_excl EXCLUDE USING gist (desk WITH &&);
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE desk_booking;
