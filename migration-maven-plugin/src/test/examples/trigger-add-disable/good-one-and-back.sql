ALTER TABLE orders DISABLE TRIGGER orders_touch;
ALTER TABLE orders ENABLE TRIGGER orders_touch;
