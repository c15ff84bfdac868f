--@ also work-after-accessexclusive
LOCK TABLE customers;
UPDATE customers SET name = 'Ada' WHERE id = 7;
