--liquibase formatted sql

--changeset noah:create-purchase-order
CREATE TABLE purchase_order (
  id integer NOT NULL PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES customer (id),
  status varchar(20) DEFAULT 'NEW' NOT NULL,
  placed_at timestamp NOT NULL,
  note text
);
--rollback DROP TABLE purchase_order;

--changeset noah:create-order-line
CREATE TABLE order_line (
  order_id integer NOT NULL REFERENCES purchase_order (id) ON DELETE CASCADE,
  line_number integer NOT NULL,
  product_id integer NOT NULL REFERENCES product (id),
  quantity integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_id, line_number)
);
--rollback DROP TABLE order_line;

--changeset noah:index-order-line-product
CREATE INDEX ix_order_line_product ON order_line (product_id);
--rollback DROP INDEX ix_order_line_product;
