--@ versions 13 17
--@ rows wms.stock_level 26000000
--@ rows wms.parcel 40000000
--@ history
CREATE SCHEMA wms;
CREATE TABLE wms.stock_level (
    warehouse_id integer,
    article_no   varchar(32),
    quantity     integer NOT NULL DEFAULT 0
);
CREATE TABLE wms.parcel (
    id          bigint PRIMARY KEY,
    tracking_no text NOT NULL
);
--@ migration wms-77
SET LOCAL lock_timeout = '3s';
--@ danger pk-no-using-index: the index is built while nobody can read or write the stock
--@ danger pk-on-nullable: both columns become NOT NULL behind the curtain, with a scan; a NULL aborts the release
ALTER TABLE ONLY wms.stock_level
    ADD CONSTRAINT stock_level_pkey PRIMARY KEY (warehouse_id, article_no);
--@ migration wms-78
SET LOCAL lock_timeout = '3s';
--@ danger unique-no-using-index: unique index over 40 million rows built under ACCESS EXCLUSIVE
ALTER TABLE wms.parcel
    ADD COLUMN carrier text,
    ADD CONSTRAINT parcel_tracking_no_key UNIQUE (tracking_no);
