UPDATE ONLY accounts SET balance = 0, checked = NULL WHERE 1 = 1;
