alter table only "Customers" add column "Phone" text, add column "Phone" varchar(20);
