--@ product sqlite
--@ rows stock 2000
--@ history
CREATE TABLE stock (
  sku     TEXT PRIMARY KEY,
  onhand  INTEGER NOT NULL DEFAULT 0,
  reserved INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE stock_log (id INTEGER PRIMARY KEY, sku TEXT NOT NULL, delta INTEGER NOT NULL);
CREATE VIEW v_stock AS SELECT sku, onhand FROM stock;
CREATE TRIGGER stock_au AFTER UPDATE OF onhand ON stock
BEGIN
  INSERT INTO stock_log (sku, delta) VALUES (NEW.sku, NEW.onhand - OLD.onhand);
END;
--@ migration 020
DROP VIEW IF EXISTS v_stock;
CREATE VIEW v_stock AS
  SELECT sku, onhand, onhand - reserved AS available FROM stock;

Drop Trigger If Exists stock_au;
CREATE TRIGGER stock_au AFTER UPDATE OF onhand ON stock
WHEN NEW.onhand <> OLD.onhand
BEGIN
  INSERT INTO stock_log (sku, delta) VALUES (NEW.sku, NEW.onhand - OLD.onhand);
END;
--@ down
DROP VIEW v_stock;
CREATE VIEW v_stock AS SELECT sku, onhand FROM stock;
DROP TRIGGER stock_au;
CREATE TRIGGER stock_au AFTER UPDATE OF onhand ON stock
BEGIN
  INSERT INTO stock_log (sku, delta) VALUES (NEW.sku, NEW.onhand - OLD.onhand);
END;
