--liquibase formatted sql

--changeset zoe:search-products-postgresql dbms:postgresql
CREATE INDEX ix_product_search ON product USING gin (to_tsvector('simple', name));
--rollback DROP INDEX ix_product_search;

--changeset zoe:search-products-sqlite dbms:sqlite
CREATE INDEX ix_product_search ON product (name COLLATE NOCASE);
--rollback DROP INDEX ix_product_search;
