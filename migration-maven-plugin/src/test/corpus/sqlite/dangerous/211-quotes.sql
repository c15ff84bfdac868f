--@ product sqlite
--@ versions 3.35 3.54
--@ rows todo 600
--@ history
CREATE TABLE todo (id INTEGER PRIMARY KEY, state TEXT, open INTEGER NOT NULL DEFAULT 1, label TEXT);
--@ migration 3
--@ danger dqs-string: "open" is the column open, not the word; state becomes 1 or 0
UPDATE todo SET state = "open" WHERE state IS NULL;
--@ migration 4
--@ danger dqs-string: works only as long as no column is called urgent and the build allows it
UPDATE todo SET label = 'red' WHERE label = "urgent";
--@ migration 5
--@ danger dml-no-where: every label is gone, nothing records the old ones
UPDATE todo SET label = NULL;
