CREATE TABLE people (id bigint PRIMARY KEY, born date NOT NULL CHECK (born <= current_date), seen timestamptz, CHECK (now() >= seen));
