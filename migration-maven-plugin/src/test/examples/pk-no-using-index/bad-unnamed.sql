alter table only shop.order_lines add primary key (order_id, "Line");
