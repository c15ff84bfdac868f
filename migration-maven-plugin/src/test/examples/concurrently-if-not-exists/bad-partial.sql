--@ also add-unique-existing
--@ migration 002 transactional=false
create unique index concurrently if not exists "UX active" on shop.users using btree (lower(email)) where deleted_at is null;
