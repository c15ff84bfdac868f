CREATE PROCEDURE fill_region() LANGUAGE plpgsql AS $$
BEGIN
    LOOP
        UPDATE customers SET region = 'eu' WHERE id IN (SELECT id FROM customers WHERE region IS NULL LIMIT 1000);
        EXIT WHEN NOT FOUND;
        COMMIT;
    END LOOP;
END
$$;
CALL fill_region();
