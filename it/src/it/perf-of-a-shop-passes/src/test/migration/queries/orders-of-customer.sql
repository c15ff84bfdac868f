SELECT id, placed_on FROM orders WHERE customer_id = :customer;
