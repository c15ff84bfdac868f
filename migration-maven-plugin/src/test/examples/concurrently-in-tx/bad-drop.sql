--@ also drop-index
drop index concurrently if exists idx_users_email;
