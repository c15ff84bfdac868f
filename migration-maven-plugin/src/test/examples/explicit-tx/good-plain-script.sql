--@ engine sql
BEGIN;
CREATE TABLE visits (id bigint PRIMARY KEY);
CREATE TABLE clicks (id bigint PRIMARY KEY);
COMMIT;
