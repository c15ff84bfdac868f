--@ also data-in-migration
--@ versions 17 18
UPDATE users SET state = 'gone' WHERE id = 7 RETURNING old.state, new.state;
