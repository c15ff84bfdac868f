--@ product sqlite
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    created_at TEXT NOT NULL
);
