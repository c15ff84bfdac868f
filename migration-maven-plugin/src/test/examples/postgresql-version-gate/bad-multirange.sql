--@ versions 13 16
CREATE TABLE shifts (id bigint PRIMARY KEY, hours tstzmultirange NOT NULL);
