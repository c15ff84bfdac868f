--@ product sqlite
CREATE TRIGGER customers_touch AFTER UPDATE OF name ON customers
BEGIN
    UPDATE customers SET changed_at = datetime('now') WHERE id = NEW.id;
END;
