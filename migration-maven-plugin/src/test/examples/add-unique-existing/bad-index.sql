--@ also index-not-concurrent
create unique index if not exists users_email_idx on public."Users" (lower(email));
