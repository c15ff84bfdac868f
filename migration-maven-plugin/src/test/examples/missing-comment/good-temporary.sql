CREATE TEMP TABLE scratch (id bigint);
