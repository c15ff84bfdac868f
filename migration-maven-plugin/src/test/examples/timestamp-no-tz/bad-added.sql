alter table events add column seen timestamp(3) without time zone;
