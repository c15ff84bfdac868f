--@ versions 18
CREATE TABLE bookings (id uuid DEFAULT uuidv7(), during tstzrange, CONSTRAINT bookings_key PRIMARY KEY (id, during WITHOUT OVERLAPS));
