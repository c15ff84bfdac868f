--@ versions 13 18
--@ rows price 600000
--@ history
CREATE TABLE price (sku text NOT NULL, valid_from date NOT NULL, amount numeric NOT NULL, PRIMARY KEY (sku, valid_from));
CREATE TABLE price_import (sku text PRIMARY KEY, valid_from date NOT NULL, amount numeric NOT NULL);
--@ migration 12-a
-- a new, empty table; only the syntax is the matter
CREATE TABLE price_rule (
    id bigint PRIMARY KEY,
    sku text,
    amount numeric NOT NULL
);
--@ danger version-gate: NULLS NOT DISTINCT exists from 15 on, 13 and 14 report a syntax error
CREATE UNIQUE INDEX price_rule_sku ON price_rule (sku) NULLS NOT DISTINCT;
--@ migration 12-b
--@ danger version-gate: MERGE exists from 15 on
MERGE INTO price p USING price_import i ON p.sku = i.sku AND p.valid_from = i.valid_from
WHEN MATCHED THEN UPDATE SET amount = i.amount
WHEN NOT MATCHED THEN INSERT (sku, valid_from, amount) VALUES (i.sku, i.valid_from, i.amount);
--@ migration 12-c
SET LOCAL lock_timeout = '2s';
--@ danger version-gate: NOT ENFORCED exists from 18 on
--@ danger not-enforced: the constraint looks like protection and checks nothing
ALTER TABLE price ADD CONSTRAINT price_positive CHECK (amount >= 0) NOT ENFORCED;
