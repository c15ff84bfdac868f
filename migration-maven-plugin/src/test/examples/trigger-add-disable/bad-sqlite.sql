--@ product sqlite
CREATE TRIGGER customers_gone AFTER UPDATE OF active ON customers
BEGIN
    DELETE FROM orders WHERE customer_id = NEW.id;
END;
