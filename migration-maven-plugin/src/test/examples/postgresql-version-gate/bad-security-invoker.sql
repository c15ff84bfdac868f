--@ versions 14 16
create view app.my_orders with (security_invoker = true) as select id, total from app.orders;
