UPDATE customers SET lottery_number = floor(random() * 1000) WHERE id = 7;
