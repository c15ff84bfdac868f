SELECT setval('customers_id_seq', 1000);
