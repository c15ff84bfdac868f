--@ also work-after-accessexclusive fk-no-index add-fk fk-cascade multi-table-exclusive
alter table only shop.orders add constraint "FK customer" foreign key (customer_id) references shop.customers (id) not valid;
alter table shop.orders validate constraint "FK customer";
