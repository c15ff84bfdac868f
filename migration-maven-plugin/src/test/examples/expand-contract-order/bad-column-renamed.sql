ALTER TABLE customers ADD COLUMN "phoneNumber" text;
--@ migration 002
UPDATE customers SET "phoneNumber" = replace(phone, ' ', '') WHERE id BETWEEN 1 AND 1000;
--@ migration 003
ALTER TABLE customers RENAME COLUMN phone TO phone_old;
--@ also rename-column
