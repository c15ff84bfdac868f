--@ versions 9.6
alter table "Users" add column created_at timestamptz default now();
