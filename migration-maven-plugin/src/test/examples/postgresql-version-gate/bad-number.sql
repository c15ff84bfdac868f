--@ also data-in-migration
--@ versions 15 18
UPDATE limits SET amount = 1_000_000 WHERE id = 3;
