--@ limit 5000
PRAGMA busy_timeout = 100;
