--@ also drop-table
DROP TABLE users CASCADE;
