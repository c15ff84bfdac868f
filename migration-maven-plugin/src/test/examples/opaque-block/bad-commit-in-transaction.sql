DO $$
BEGIN
    LOOP
        UPDATE customers SET state = 'x' WHERE id IN (SELECT id FROM customers WHERE state IS NULL LIMIT 5000);
        EXIT WHEN NOT FOUND;
        COMMIT;
    END LOOP;
END
$$;
