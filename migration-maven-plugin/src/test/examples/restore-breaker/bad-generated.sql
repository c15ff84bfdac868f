create function slug_part(t text) returns text language sql immutable as 'select lower(t)';
create function slug(t text) returns text language sql immutable as $$ select replace(slug_part(t), ' ', '-') $$;
create table pages (id bigint primary key, title text not null, slug text generated always as (slug(title)) stored);
