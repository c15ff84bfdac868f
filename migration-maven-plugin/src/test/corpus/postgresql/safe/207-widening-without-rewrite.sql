--@ versions 13 18
--@ rows invoice 16000000
--@ history
CREATE TABLE invoice (id bigint PRIMARY KEY, note varchar(80), total numeric(10,2) NOT NULL, memo varchar(200));
--@ migration 42
SET LOCAL lock_timeout = '4s';
ALTER TABLE invoice ALTER COLUMN note TYPE varchar(400);
--@ migration 43
SET LOCAL lock_timeout = '4s';
ALTER TABLE invoice ALTER COLUMN total TYPE numeric(14,2);
--@ migration 44
SET LOCAL lock_timeout = '4s';
ALTER TABLE invoice ALTER COLUMN memo TYPE text;
