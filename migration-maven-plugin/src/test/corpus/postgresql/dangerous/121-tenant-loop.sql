--@ versions 13 18
--@ history
CREATE SCHEMA tenant_a;
CREATE SCHEMA tenant_b;
CREATE TABLE tenant_a.document (id bigint PRIMARY KEY, body text);
CREATE TABLE tenant_b.document (id bigint PRIMARY KEY, body text);
CREATE PROCEDURE public.archive_documents(p_days integer)
    LANGUAGE plpgsql
    AS $proc$
BEGIN
    EXECUTE 'DELETE FROM tenant_a.document WHERE id < ' || p_days;
END
$proc$;
--@ migration 2024_06_20
SET LOCAL lock_timeout = '2s';
--@ danger opaque-block: the ALTERs are built at run time; how many tables get locked is only known in production
DO $body$
DECLARE
    s record;
BEGIN
    FOR s IN SELECT nspname FROM pg_namespace WHERE nspname LIKE 'tenant\_%' LOOP
        EXECUTE format('ALTER TABLE %I.document ADD COLUMN IF NOT EXISTS lang varchar(8)', s.nspname);
        EXECUTE format('UPDATE %I.document SET lang = %L', s.nspname, 'en');
    END LOOP;
END
$body$;
--@ migration 2024_06_21
--@ danger opaque-block: nothing in the file tells what the procedure deletes
CALL public.archive_documents(3650);
