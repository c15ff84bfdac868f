--@ also data-in-migration
INSERT INTO countries VALUES ('de', 'Germany');
