--@ also index-not-concurrent
ALTER TABLE orders SET (fillfactor = 80);
CREATE INDEX orders_note_idx ON orders (note);
