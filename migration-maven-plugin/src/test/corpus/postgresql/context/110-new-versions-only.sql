--@ versions 15 18
--@ rows currency 180
--@ history
CREATE TABLE currency (code char(3) PRIMARY KEY, label text NOT NULL);
--@ migration 20250110
CREATE TABLE price_list (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shop_id integer,
    name text NOT NULL,
    CONSTRAINT price_list_shop_name_key UNIQUE NULLS NOT DISTINCT (shop_id, name)
);
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE price_list;
--@ migration 20250111
MERGE INTO currency c
USING (VALUES ('CHF', 'Swiss franc'), ('NOK', 'Norwegian krone')) AS v (code, label)
   ON c.code = v.code
WHEN MATCHED THEN UPDATE SET label = v.label
WHEN NOT MATCHED THEN INSERT (code, label) VALUES (v.code, v.label);
