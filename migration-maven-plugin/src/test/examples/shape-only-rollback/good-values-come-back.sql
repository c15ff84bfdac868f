--liquibase formatted sql
--@ also drop-column

--changeset ada:price-in-cents
ALTER TABLE product DROP COLUMN price;
--rollback ALTER TABLE product ADD COLUMN price numeric(9, 2);
--rollback UPDATE product SET price = price_cents / 100.0 WHERE price IS NULL;
