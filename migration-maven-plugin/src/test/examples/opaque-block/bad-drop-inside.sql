do $body$
begin
    if exists (select 1 from pg_class where relname = 'legacy') then
        drop table legacy;
    end if;
end
$body$;
