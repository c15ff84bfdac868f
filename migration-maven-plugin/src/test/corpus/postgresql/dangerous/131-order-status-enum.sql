--@ versions 13 18
--@ rows purchase 2000
--@ history
CREATE TYPE purchase_status AS ENUM ('new', 'paid', 'shiped');
CREATE TABLE purchase (id bigint PRIMARY KEY, status purchase_status NOT NULL DEFAULT 'new');
--@ migration 0018_add_refunded
--@ danger enum-add-in-tx: the value must not be used before COMMIT, the INSERT below fails with 55P04
ALTER TYPE purchase_status ADD VALUE 'refunded' AFTER 'paid';
INSERT INTO purchase (id, status) VALUES (0, 'refunded');
--@ migration 0019_typo
--@ danger enum-rename: code that still says 'shiped' gets an invalid input error
ALTER TYPE purchase_status RENAME VALUE 'shiped' TO 'shipped';
