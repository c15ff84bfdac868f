attach '/var/lib/app/other.sqlite' as other;
CREATE TABLE other.notes (id INTEGER PRIMARY KEY);
