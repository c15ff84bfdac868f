ALTER TABLE customers ADD COLUMN phone text;
ALTER TABLE customers ADD COLUMN fax text;
ALTER TABLE customers ADD COLUMN mobile text;
ALTER TABLE customers ADD COLUMN skype text;
