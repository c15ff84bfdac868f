--@ versions 13 18
--@ rows currency 24
--@ history
CREATE TABLE currency (code char(3) PRIMARY KEY, title text, digits integer);
--@ migration 77
SET LOCAL lock_timeout = '1s';
CREATE INDEX currency_title ON currency (title);
--@ down
SET LOCAL lock_timeout = '1s';
DROP INDEX currency_title;
--@ migration 78
UPDATE currency SET digits = 2 WHERE digits IS NULL;
--@ migration 79
SET LOCAL lock_timeout = '1s';
ALTER TABLE currency ADD CONSTRAINT currency_digits_ck CHECK (digits BETWEEN 0 AND 4);
