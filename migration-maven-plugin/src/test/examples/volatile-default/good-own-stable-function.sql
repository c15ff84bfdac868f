--@ history
CREATE FUNCTION present_tenant() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT current_setting('app.tenant')::bigint $$;
--@ migration 002
ALTER TABLE users ADD COLUMN tenant bigint DEFAULT present_tenant();
