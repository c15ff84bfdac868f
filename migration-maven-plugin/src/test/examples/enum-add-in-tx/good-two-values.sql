ALTER TYPE order_status ADD VALUE 'archived';
ALTER TYPE order_status ADD VALUE 'purged' AFTER 'archived';
COMMENT ON TYPE order_status IS 'archived';
