DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'orders' AND column_name = 'pid') THEN
        ALTER TABLE orders ADD COLUMN pid uuid DEFAULT gen_random_uuid();
    END IF;
END
$$;
