lock customers in access exclusive mode;
