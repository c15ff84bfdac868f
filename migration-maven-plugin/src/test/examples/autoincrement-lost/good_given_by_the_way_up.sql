--@ history
CREATE TABLE bills (no INTEGER PRIMARY KEY, cents INTEGER);
--@ migration 002
CREATE TABLE bills_new (no INTEGER PRIMARY KEY AUTOINCREMENT, cents INTEGER);
INSERT INTO bills_new (no, cents) SELECT no, cents FROM bills;
DROP TABLE bills;
ALTER TABLE bills_new RENAME TO bills;
--@ down
CREATE TABLE bills_old (no INTEGER PRIMARY KEY, cents INTEGER);
INSERT INTO bills_old (no, cents) SELECT no, cents FROM bills;
DROP TABLE bills;
ALTER TABLE bills_old RENAME TO bills;
