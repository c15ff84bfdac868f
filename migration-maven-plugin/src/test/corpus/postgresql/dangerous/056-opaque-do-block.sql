--@ versions 14 18
--@ rows tenant_1.events 30000000
--@ history
CREATE SCHEMA tenant_1;
CREATE TABLE tenant_1.events (id bigint PRIMARY KEY, kind text);
--@ migration 0080
SET LOCAL lock_timeout = '2s';
--@ danger opaque-block: dynamic DDL on every tenant (here a plain CREATE INDEX), in one transaction
DO $do$
DECLARE s text;
BEGIN
    FOR s IN SELECT nspname FROM pg_namespace WHERE nspname LIKE 'tenant\_%' LOOP
        EXECUTE format('CREATE INDEX events_kind_idx ON %I.events (kind)', s);
    END LOOP;
END
$do$;
