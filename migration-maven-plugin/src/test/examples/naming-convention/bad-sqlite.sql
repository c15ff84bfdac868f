--@ product sqlite
CREATE VIEW ActiveCustomers AS SELECT id FROM customers WHERE active = 1;
