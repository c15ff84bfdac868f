CREATE TABLE order_lines (
    id bigint PRIMARY KEY,
    article_id bigint NOT NULL,
    order_id bigint,
    CONSTRAINT order_lines_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL
);
CREATE INDEX order_lines_idx ON order_lines (article_id, order_id);
