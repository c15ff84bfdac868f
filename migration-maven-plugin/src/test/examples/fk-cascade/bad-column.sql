--@ also fk-no-not-valid
alter table public."Orders" add column user_id bigint references users on delete cascade;
