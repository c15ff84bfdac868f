--@ product sqlite
DROP TABLE IF EXISTS "sessions";
