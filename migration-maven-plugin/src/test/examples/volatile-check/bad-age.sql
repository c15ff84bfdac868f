alter table "People" add constraint adults check (born <= now() - interval '18 years' or born > localtimestamp) not valid;
