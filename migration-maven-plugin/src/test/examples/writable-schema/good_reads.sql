CREATE VIEW my_tables AS SELECT name FROM sqlite_master WHERE type = 'table';
