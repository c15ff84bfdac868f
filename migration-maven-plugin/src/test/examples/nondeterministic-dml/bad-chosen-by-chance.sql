UPDATE customers SET cohort = 'b' WHERE id = 7 AND random() < 0.5;
