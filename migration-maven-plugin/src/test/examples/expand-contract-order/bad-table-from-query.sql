CREATE TABLE people AS SELECT id, name FROM "Customers" WHERE id BETWEEN 1 AND 1000;
--@ migration 002
ALTER TABLE "Customers" RENAME TO "Customers_unused";
--@ also rename-table
