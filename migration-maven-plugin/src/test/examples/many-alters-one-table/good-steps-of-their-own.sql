ALTER TABLE customers ADD COLUMN phone text;
ALTER TABLE customers ADD COLUMN fax text;
--@ migration 002
ALTER TABLE customers ADD COLUMN mobile text;
--@ migration 003
ALTER TABLE customers ADD COLUMN skype text;
