create or replace function app.has_owner(o bigint) returns boolean language plpgsql as $f$
declare found_it boolean;
begin
  select true into found_it from app.owners where id = o;
  return coalesce(found_it, false);
end
$f$;
create table app.pets (id bigint primary key, owner_id bigint not null, constraint owned check (app.has_owner(owner_id)));
