CREATE TABLE contacts (id bigint PRIMARY KEY);
ALTER TABLE contacts ADD COLUMN phone text;
ALTER TABLE contacts ADD COLUMN fax text;
ALTER TABLE contacts ADD COLUMN mobile text;
ALTER TABLE contacts ADD COLUMN skype text;
