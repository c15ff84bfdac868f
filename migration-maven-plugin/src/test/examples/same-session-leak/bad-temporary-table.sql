--@ also drop-column table-copy unbatched-backfill
--@ migration 001
CREATE TEMPORARY TABLE old_prices AS SELECT product.id, product.price FROM product WHERE product.price IS NOT NULL;
ALTER TABLE product DROP COLUMN price;
--@ down
ALTER TABLE product ADD COLUMN price numeric(9, 2);
UPDATE product SET price = (SELECT old_prices.price FROM old_prices WHERE old_prices.id = product.id);
