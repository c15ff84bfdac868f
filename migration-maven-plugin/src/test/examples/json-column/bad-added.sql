alter table "Events" add payload json;
