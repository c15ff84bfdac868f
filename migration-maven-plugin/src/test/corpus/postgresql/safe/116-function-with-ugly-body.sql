--@ versions 13 18
--@ history
CREATE TABLE staging_line (id bigint PRIMARY KEY, raw text NOT NULL);
--@ migration 7.2/4
/* outer /* DROP SCHEMA public CASCADE; */ still a comment; VACUUM FULL; */
CREATE FUNCTION empty_staging() RETURNS void
    LANGUAGE plpgsql
    SET search_path = public
AS $outer$
DECLARE
    msg text := $inner$LOCK TABLE staging_line; COMMIT;$inner$;
BEGIN
    -- called by the nightly job, never by a migration
    DELETE FROM staging_line;
    RAISE NOTICE '%', msg;
END
$outer$;
COMMENT ON FUNCTION empty_staging() IS E'it\'s not TRUNCATE staging_line; DROP TABLE staging_line';
--@ down
DROP FUNCTION empty_staging();
