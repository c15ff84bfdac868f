--@ also fk-no-not-valid fk-no-index unbatched-backfill fk-cascade
UPDATE orders SET note = trim(note) WHERE note <> trim(note);
ALTER TABLE orders ADD CONSTRAINT orders_shop_fk FOREIGN KEY (shop_id) REFERENCES shops (id);
