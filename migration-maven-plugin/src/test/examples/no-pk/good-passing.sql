CREATE TEMPORARY TABLE moved (id bigint);
CREATE UNLOGGED TABLE import_lines (line text);
CREATE TABLE users_staging (id bigint, email text);
