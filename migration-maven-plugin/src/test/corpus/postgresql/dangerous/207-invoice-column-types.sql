--@ versions 13 18
--@ rows invoice 16000000
--@ history
CREATE TABLE invoice (
    id integer PRIMARY KEY,
    note varchar(400),
    total numeric(10,2) NOT NULL
);
CREATE VIEW invoice_totals AS SELECT id, total FROM invoice;
CREATE TABLE invoice_line (
    id bigint PRIMARY KEY,
    seq_no integer NOT NULL
);
--@ rows invoice_line 90000000
--@ migration 41
SET LOCAL lock_timeout = '4s';
--@ danger type-rewrite: int4 to int8 is stored differently, 90 million rows are written anew under ACCESS EXCLUSIVE
ALTER TABLE invoice_line ALTER COLUMN seq_no TYPE bigint;
--@ migration 42
SET LOCAL lock_timeout = '4s';
--@ danger narrow-type: what lies behind the 80th character is cut off by the USING and cannot come back
--@ danger type-rewrite: every row is written anew
ALTER TABLE invoice ALTER COLUMN note TYPE varchar(80) USING substr(note, 1, 80);
--@ migration 43
SET LOCAL lock_timeout = '4s';
--@ danger view-depends: invoice_totals reads total, PostgreSQL refuses to change its type
ALTER TABLE invoice ALTER COLUMN total TYPE numeric(14,2);
