CREATE TABLE offers (id bigint PRIMARY KEY, begins_on date NOT NULL, ends_on date NOT NULL, CHECK (ends_on > begins_on));
