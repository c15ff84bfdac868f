ALTER TABLE shop.orders ADD COLUMN priority smallint DEFAULT 0 CHECK (priority BETWEEN 0 AND 9);
