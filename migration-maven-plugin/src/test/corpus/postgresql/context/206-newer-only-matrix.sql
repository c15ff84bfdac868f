--@ versions 15 18
--@ rows price 300
--@ history
CREATE TABLE price (sku text PRIMARY KEY, amount numeric NOT NULL);
--@ migration 12-a
CREATE TABLE price_rule (id bigint PRIMARY KEY, sku text, amount numeric NOT NULL);
CREATE UNIQUE INDEX price_rule_sku ON price_rule (sku) NULLS NOT DISTINCT;
--@ down
DROP TABLE price_rule;
--@ migration 12-b
MERGE INTO price p USING price_rule r ON p.sku = r.sku
WHEN MATCHED THEN UPDATE SET amount = r.amount;
