--@ product sqlite
DROP TRIGGER IF EXISTS users_touch;
CREATE TRIGGER users_touch AFTER UPDATE OF email ON users BEGIN
  UPDATE users SET touched = 1 WHERE id = NEW.id;
END;
