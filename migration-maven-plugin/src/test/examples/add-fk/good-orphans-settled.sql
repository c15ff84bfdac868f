--@ also fk-no-not-valid fk-no-index unbatched-backfill fk-cascade
UPDATE orders o SET shop_id = NULL WHERE NOT EXISTS (SELECT 1 FROM shops s WHERE s.id = o.shop_id);
ALTER TABLE orders ADD CONSTRAINT orders_shop_fk FOREIGN KEY (shop_id) REFERENCES shops (id);
