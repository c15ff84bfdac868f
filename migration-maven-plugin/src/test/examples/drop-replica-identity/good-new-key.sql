--@ also drop-pk
--@ history
CREATE TABLE orders (id integer CONSTRAINT orders_pkey PRIMARY KEY, big_id bigint NOT NULL);
CREATE PUBLICATION warehouse FOR TABLE ONLY orders;
CREATE UNIQUE INDEX orders_big_id_idx ON orders (big_id);
--@ migration 002
ALTER TABLE orders DROP CONSTRAINT orders_pkey, ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_big_id_idx;
