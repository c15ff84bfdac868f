--@ product sqlite
DROP VIEW IF EXISTS active_users;
DROP TRIGGER IF EXISTS users_audit;
