ALTER TABLE customers ADD COLUMN state_id integer;
--@ migration 002
UPDATE customers SET state_id = 1 WHERE state = 'active' AND id < 1000;
UPDATE customers SET state_id = 2 WHERE state = 'closed' AND id < 1000;
--@ migration 003
ALTER TABLE customers DROP COLUMN state;
--@ also drop-column
