ALTER TABLE measurements ATTACH PARTITION measurements_rest DEFAULT;
