--@ versions 13 18
--@ rows staff 8200
--@ history
CREATE TABLE staff (
    id         integer PRIMARY KEY,
    first_name text NOT NULL,
    last_name  text NOT NULL
);
--@ migration 2024.11-a
SET LOCAL lock_timeout = '2s';
ALTER TABLE staff ADD COLUMN full_name text;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE staff DROP COLUMN full_name;
--@ migration 2024.11-b
UPDATE staff SET full_name = first_name || ' ' || last_name WHERE full_name IS NULL;
--@ migration 2024.11-c
SET LOCAL lock_timeout = '2s';
--@ danger expand-contract-order: the old release is still running and still writes both columns
--@ danger drop-column: the two parts cannot be got back from the joined name
ALTER TABLE staff
    DROP COLUMN first_name,
    DROP COLUMN last_name;
--@ down
SET LOCAL lock_timeout = '2s';
--@ danger shape-only-rollback: the columns come back empty
ALTER TABLE staff
    ADD COLUMN first_name text,
    ADD COLUMN last_name text;
