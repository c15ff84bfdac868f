DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM orders WHERE customer_id IS NULL) THEN
        RAISE EXCEPTION 'orders without a customer: UPDATE them first, or DELETE FROM orders';
    END IF;
END
$$;
