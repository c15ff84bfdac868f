CREATE FUNCTION total(price numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT price * 2';
ALTER FUNCTION total(numeric) OWNER TO app;
