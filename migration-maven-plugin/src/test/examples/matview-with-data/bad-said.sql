create materialized view if not exists reports.order_totals as
  select o.customer_id, sum(o.total) as total from orders o join customers c on c.id = o.customer_id group by 1
with data;
