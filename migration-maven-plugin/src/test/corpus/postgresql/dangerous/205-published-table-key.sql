--@ versions 13 18
--@ rows inventory.stock_move 12500000
--@ history
CREATE SCHEMA inventory;
CREATE TABLE inventory.stock_move (
    move_id bigint NOT NULL,
    sku text NOT NULL,
    ref text NOT NULL,
    qty integer NOT NULL,
    CONSTRAINT stock_move_pkey PRIMARY KEY (move_id),
    CONSTRAINT stock_move_ref_key UNIQUE (ref)
);
CREATE PUBLICATION warehouse_feed FOR TABLE inventory.stock_move;
--@ migration V88
SET LOCAL lock_timeout = '2s';
--@ danger drop-pk: nothing keeps move_id single any more
--@ danger drop-replica-identity: the table is published for UPDATE and DELETE, both are refused from now on
ALTER TABLE inventory.stock_move DROP CONSTRAINT stock_move_pkey;
--@ migration V89 transactional=false
SET lock_timeout = '2s';
--@ danger drop-constraint-backing-index: the index belongs to the constraint stock_move_ref_key, the command is refused
DROP INDEX CONCURRENTLY IF EXISTS inventory.stock_move_ref_key;
RESET lock_timeout;
