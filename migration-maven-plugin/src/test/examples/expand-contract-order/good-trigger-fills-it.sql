ALTER TABLE customers ADD COLUMN email_lower text;
CREATE TRIGGER customers_lower BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION lower_email();
--@ migration 002
UPDATE customers SET email_lower = lower(email) WHERE id BETWEEN 1 AND 1000;
--@ migration 003
ALTER TABLE customers ALTER COLUMN email_lower SET NOT NULL;
--@ also create-trigger-lock notnull-no-validated-check
