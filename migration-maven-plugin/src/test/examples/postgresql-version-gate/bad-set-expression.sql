--@ also generated-expression
--@ versions 16 17
ALTER TABLE orders ALTER COLUMN gross SET EXPRESSION AS (net * 1.19);
