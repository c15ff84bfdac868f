DO 'BEGIN DROP INDEX orders_idx; END';
