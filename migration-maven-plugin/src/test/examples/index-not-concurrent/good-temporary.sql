CREATE TEMPORARY TABLE wanted (id bigint PRIMARY KEY, email text);
CREATE INDEX ix_wanted_email ON wanted (email);
