CREATE TABLE OrderLine (
    ID bigint PRIMARY KEY,
    "position" integer NOT NULL
);
