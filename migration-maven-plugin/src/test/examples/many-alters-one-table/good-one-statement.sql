ALTER TABLE customers
    ADD COLUMN phone text,
    ADD COLUMN fax text,
    ADD COLUMN mobile text,
    ADD COLUMN skype text;
