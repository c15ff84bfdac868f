--@ product sqlite
CREATE TABLE teams (
    id INTEGER PRIMARY KEY,
    listing TEXT,
    price_list_id INTEGER,
    leader_id INTEGER
);
