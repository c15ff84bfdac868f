--@ also drop-schema
create database reports owner app;
DROP DATABASE old_reports;
