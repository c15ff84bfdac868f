--@ rows countries 200
CREATE TRIGGER countries_touch BEFORE UPDATE ON countries FOR EACH ROW EXECUTE FUNCTION touch();
