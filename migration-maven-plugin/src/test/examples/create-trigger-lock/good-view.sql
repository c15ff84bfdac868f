--@ also trigger-add-disable
CREATE TRIGGER order_totals_write INSTEAD OF INSERT ON order_totals FOR EACH ROW EXECUTE FUNCTION write_totals();
