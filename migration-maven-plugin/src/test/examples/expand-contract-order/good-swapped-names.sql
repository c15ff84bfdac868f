ALTER TABLE orders ADD COLUMN total_new numeric(12, 2);
--@ migration 002
UPDATE orders SET total_new = total WHERE id BETWEEN 1 AND 1000;
--@ migration 003
ALTER TABLE orders DROP COLUMN total;
ALTER TABLE orders RENAME COLUMN total_new TO total;
--@ also drop-column
