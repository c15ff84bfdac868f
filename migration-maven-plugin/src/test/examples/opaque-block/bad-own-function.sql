CREATE FUNCTION tidy() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    TRUNCATE events;
END
$$;
SELECT tidy();
