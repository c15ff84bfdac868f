--@ rows orders 3000000
--@ also trigger-add-disable
create or replace trigger "Orders_Touch" after insert or delete on shop."Orders" for each statement execute function shop.touch();
