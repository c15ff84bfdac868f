create or replace function is_admin(name text) returns boolean
language plpgsql stable security definer
as $body$
begin
  return exists (select 1 from admins a where a.name = is_admin.name);
end
$body$;
