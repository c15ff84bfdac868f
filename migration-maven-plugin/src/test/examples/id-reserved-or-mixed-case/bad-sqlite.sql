--@ product sqlite
CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    firstName TEXT NOT NULL
);
