--@ product sqlite
CREATE TABLE visits (user_id INTEGER, seen TEXT);
