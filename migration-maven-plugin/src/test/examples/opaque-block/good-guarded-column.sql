DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'orders' AND column_name = 'seen_at') THEN
        ALTER TABLE orders ADD COLUMN seen_at timestamptz DEFAULT now();
    END IF;
END
$$;
