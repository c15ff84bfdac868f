--@ product sqlite
UPDATE accounts SET due = date(opened, '+14 days'), changed_at = datetime('now') WHERE id = 5;
