--@ history
CREATE TABLE bills (no INTEGER PRIMARY KEY AUTOINCREMENT, cents INTEGER);
--@ migration 002
ALTER TABLE bills ADD COLUMN till TEXT;
--@ down
CREATE TABLE bills_old (no INTEGER PRIMARY KEY AUTOINCREMENT, cents INTEGER);
INSERT INTO bills_old (no, cents) SELECT no, cents FROM bills;
DROP TABLE bills;
ALTER TABLE bills_old RENAME TO bills;
