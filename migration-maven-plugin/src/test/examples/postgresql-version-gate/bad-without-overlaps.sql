--@ versions 17 18
CREATE TABLE bookings (room integer, during tstzrange, PRIMARY KEY (room, during WITHOUT OVERLAPS));
