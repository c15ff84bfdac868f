--@ versions 15 18
ALTER TABLE orders SET ACCESS METHOD columnar;
