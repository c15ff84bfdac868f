--@ product sqlite
COMMIT;
PRAGMA foreign_keys = OFF;
