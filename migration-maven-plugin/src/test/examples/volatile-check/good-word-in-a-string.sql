CREATE TABLE jobs (id bigint PRIMARY KEY, at text NOT NULL CHECK (at IN ('now', 'later')));
