--@ also data-in-migration
UPDATE users SET state = 'active' WHERE id = 7;
