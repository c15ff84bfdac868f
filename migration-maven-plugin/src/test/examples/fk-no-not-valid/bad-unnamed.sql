--@ also fk-no-index add-fk fk-cascade
alter table only shop.orders add foreign key ("Customer") references "Customers" on delete cascade;
