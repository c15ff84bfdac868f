--@ also drop-view-func-type-seq
DROP VIEW IF EXISTS active_users CASCADE;
