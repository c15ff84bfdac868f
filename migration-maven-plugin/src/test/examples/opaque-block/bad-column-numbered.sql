DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'orders' AND column_name = 'no') THEN
        ALTER TABLE orders ADD COLUMN no bigserial;
    END IF;
END
$$;
