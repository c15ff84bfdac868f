ALTER TABLE "Invoices" ADD COLUMN total_amount real;
