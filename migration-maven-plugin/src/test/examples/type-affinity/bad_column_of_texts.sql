--@ history
CREATE TABLE rates (id INTEGER PRIMARY KEY, amount VARCHAR(20));
--@ migration 002
ALTER TABLE rates ADD COLUMN amount_number REAL;
UPDATE rates SET amount_number = `amount` WHERE id < 100;
