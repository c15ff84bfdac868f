CREATE TABLE offers (id bigint PRIMARY KEY, ends_on date CHECK (ends_on > current_date));
