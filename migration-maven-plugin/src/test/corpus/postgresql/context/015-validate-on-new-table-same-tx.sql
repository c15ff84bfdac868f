--@ versions 14 18
--@ rows branch 90
--@ rows region 16
--@ history
CREATE TABLE region (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE branch (id int PRIMARY KEY, region_id int);
CREATE INDEX branch_region_idx ON branch (region_id);
--@ migration 61
SET LOCAL lock_timeout = '2s';
ALTER TABLE branch ADD CONSTRAINT branch_region_fk
    FOREIGN KEY (region_id) REFERENCES region (id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE branch VALIDATE CONSTRAINT branch_region_fk;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE branch DROP CONSTRAINT branch_region_fk;
