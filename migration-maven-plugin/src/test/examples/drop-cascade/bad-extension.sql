--@ also drop-view-func-type-seq
DROP EXTENSION IF EXISTS hstore CASCADE;
