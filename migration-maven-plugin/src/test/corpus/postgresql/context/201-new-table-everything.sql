--@ versions 13 18
--@ migration 400
CREATE TABLE warehouse (id bigint PRIMARY KEY, code text NOT NULL);
CREATE TABLE bin (id bigint PRIMARY KEY, warehouse_id bigint NOT NULL, label text);
ALTER TABLE warehouse ADD CONSTRAINT warehouse_code_uq UNIQUE (code);
CREATE INDEX bin_warehouse ON bin (warehouse_id);
ALTER TABLE bin ADD CONSTRAINT bin_warehouse_fk FOREIGN KEY (warehouse_id) REFERENCES warehouse (id) ON DELETE RESTRICT;
ALTER TABLE bin ADD CONSTRAINT bin_label_ck CHECK (label <> '');
ALTER TABLE bin ALTER COLUMN label SET NOT NULL;
--@ down
DROP TABLE bin;
DROP TABLE warehouse;
