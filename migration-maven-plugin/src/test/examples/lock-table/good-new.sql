CREATE TABLE currencies (code text PRIMARY KEY);
LOCK TABLE currencies;
INSERT INTO currencies (code) VALUES ('EUR');
