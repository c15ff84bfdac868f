--@ rows visits 40000000
SET LOCAL lock_timeout = '2s';
CREATE TRIGGER visits_counted AFTER INSERT ON visits FOR EACH ROW EXECUTE FUNCTION count_visit();
