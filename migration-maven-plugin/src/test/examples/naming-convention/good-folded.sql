ALTER TABLE "Customers" ADD COLUMN First_Name text;
