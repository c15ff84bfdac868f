--@ versions 14 18
--@ rows loans 400000
--@ history
CREATE TABLE branches (id int PRIMARY KEY);
CREATE TABLE loans (
    id bigint PRIMARY KEY,
    branch_id int NOT NULL CONSTRAINT loans_branch_fk REFERENCES branches (id),
    rate numeric(6,3) NOT NULL DEFAULT 0 CONSTRAINT loans_rate_ck CHECK (rate >= 0),
    state text NOT NULL DEFAULT 'draft'
);
--@ migration 2025-06
SET LOCAL lock_timeout = '2s';
--@ danger drop-fk-check: orphans are accepted from now on
ALTER TABLE loans DROP CONSTRAINT loans_branch_fk;
--@ danger drop-fk-check: negative rates are accepted from now on
ALTER TABLE loans DROP CONSTRAINT IF EXISTS loans_rate_ck;
--@ danger drop-notnull: once NULLs exist there is no way back
ALTER TABLE loans ALTER COLUMN branch_id DROP NOT NULL;
--@ danger change-default: old default is recorded nowhere, no way back is written
ALTER TABLE loans ALTER COLUMN state SET DEFAULT 'submitted';
