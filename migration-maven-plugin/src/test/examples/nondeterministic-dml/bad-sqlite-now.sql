--@ product sqlite
UPDATE accounts SET due = date('now', '+14 days') WHERE id = 5;
