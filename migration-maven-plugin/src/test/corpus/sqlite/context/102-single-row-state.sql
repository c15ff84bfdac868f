--@ product sqlite
--@ versions 3.40 3.54
--@ rows app_state 1
--@ history
CREATE TABLE app_state (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  last_tab TEXT
);
INSERT INTO app_state (id, last_tab) VALUES (1, 'home');
--@ migration 008
-- UPDATE without WHERE: the table holds exactly one row, the CHECK sees to it
ALTER TABLE app_state ADD COLUMN theme TEXT;
UPDATE app_state SET theme = 'light';
--@ down
ALTER TABLE app_state DROP COLUMN theme;
