--@ versions 14 18
--@ migration 014
CREATE TABLE wishlist (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL,
    title       text NOT NULL
);
-- plain build is fine, the table is empty and not visible yet
CREATE INDEX wishlist_customer_idx ON wishlist (customer_id);
CREATE UNIQUE INDEX wishlist_title_uq ON wishlist (customer_id, lower(title));
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE wishlist;
