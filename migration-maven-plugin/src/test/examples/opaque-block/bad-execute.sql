DO $$
DECLARE
    t text;
BEGIN
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'tenant' LOOP
        EXECUTE format('ALTER TABLE tenant.%I ADD COLUMN region text', t);
    END LOOP;
END
$$;
