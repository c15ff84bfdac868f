CREATE TABLE bookings (id bigint PRIMARY KEY, during tstzrange NOT NULL);
ALTER TABLE bookings ADD CONSTRAINT bookings_no_overlap EXCLUDE USING gist (during WITH &&);
