--@ versions 14 18
--@ history
CREATE SCHEMA reporting;
CREATE TABLE reporting.kpi (day date PRIMARY KEY, value numeric(14,2));
--@ migration 3
--@ danger grant-role-password: secret in version control and in the server log
CREATE ROLE metabase LOGIN PASSWORD 'Sommer2024!';
GRANT USAGE ON SCHEMA reporting TO metabase;
GRANT SELECT ON reporting.kpi TO metabase;
--@ danger grant-role-password: may hand the rights on to anybody
GRANT UPDATE ON reporting.kpi TO metabase WITH GRANT OPTION;
--@ danger grant-role-password: a superuser born in a migration
ALTER ROLE metabase WITH SUPERUSER;
