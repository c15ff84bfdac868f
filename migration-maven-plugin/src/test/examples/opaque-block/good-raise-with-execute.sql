DO $$
DECLARE
    n bigint;
BEGIN
    SELECT count(*) INTO n FROM (SELECT email FROM customers GROUP BY email HAVING count(*) > 1) twice;
    IF n > 0 THEN
        RAISE EXCEPTION 'cannot execute: % duplicates', n;
    END IF;
END
$$;
