--@ versions 13 18
--@ history
CREATE SCHEMA billing;
CREATE TABLE billing.bill (
    id bigint PRIMARY KEY,
    country char(2) NOT NULL,
    net numeric(12,2) NOT NULL
);
CREATE FUNCTION billing.vat_rate(p_country text) RETURNS numeric
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT CASE p_country WHEN 'DE' THEN 0.19 WHEN 'AT' THEN 0.20 ELSE 0.0 END $$;
CREATE VIEW billing.open_bill AS SELECT id, country, net FROM billing.bill;
CREATE SEQUENCE billing.reminder_no;
--@ migration B-114
SET LOCAL lock_timeout = '2s';
--@ danger drop-view-func-type-seq: body of the function is lost; callers fail at run time
DROP FUNCTION billing.vat_rate(text);
--@ migration B-115
SET LOCAL lock_timeout = '2s';
--@ danger drop-view-func-type-seq: the accounting export reads this view
DROP VIEW IF EXISTS billing.open_bill;
--@ migration B-116
SET LOCAL lock_timeout = '2s';
--@ danger drop-view-func-type-seq: last number given is forgotten
DROP SEQUENCE billing.reminder_no;
