--@ versions 18
alter table orders alter constraint orders_customer_id_fkey not enforced;
