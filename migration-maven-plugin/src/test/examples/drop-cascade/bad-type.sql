--@ also drop-view-func-type-seq
drop type "Status" cascade;
