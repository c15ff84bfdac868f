--liquibase formatted sql

--changeset noah:rename-sku-index
--comment The naming convention says uq_ for unique indexes
DROP INDEX ux_product_sku;
CREATE UNIQUE INDEX uq_product_sku ON product (sku);
--rollback DROP INDEX uq_product_sku;
--rollback CREATE INDEX ux_product_sku ON product (sku);
