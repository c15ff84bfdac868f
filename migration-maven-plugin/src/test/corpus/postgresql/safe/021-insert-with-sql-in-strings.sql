--@ versions 14 18
--@ rows app_setting 120
--@ history
CREATE TABLE app_setting (key text PRIMARY KEY, value text NOT NULL);
--@ migration 0014
/* never DROP TABLE app_setting;
   and no TRUNCATE either */
INSERT INTO app_setting (key, value)
VALUES ('help.sql', 'DROP TABLE users; DELETE FROM users;'),
       ('help.ddl', $q$ALTER TABLE users ALTER id TYPE bigint;$q$);
--@ down
DELETE FROM app_setting WHERE key IN ('help.sql', 'help.ddl');
