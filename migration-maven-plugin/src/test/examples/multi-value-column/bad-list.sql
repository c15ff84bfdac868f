ALTER TABLE customers ADD COLUMN email_list varchar(1000);
