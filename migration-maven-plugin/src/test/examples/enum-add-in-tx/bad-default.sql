--@ also change-default
alter type "Shop"."Status" add value if not exists 'on hold' after 'open';
alter table "Shop".orders alter column status set default 'on hold';
