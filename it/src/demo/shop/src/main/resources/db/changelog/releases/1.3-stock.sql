--liquibase formatted sql

--changeset noah:add-product-stock
ALTER TABLE product ADD COLUMN stock integer DEFAULT 0 NOT NULL;
--rollback ALTER TABLE product DROP COLUMN stock;

--changeset noah:index-products-out-of-stock
CREATE INDEX ix_product_out_of_stock ON product (category_id) WHERE stock = 0;
--rollback DROP INDEX ix_product_out_of_stock;
