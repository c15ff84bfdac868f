--@ product sqlite
CREATE TABLE CUSTOMERS (
    ID INTEGER PRIMARY KEY,
    first_name TEXT NOT NULL
);
