UPDATE customers SET phones[1] = '1', phones[2] = '2' WHERE id = 7;
