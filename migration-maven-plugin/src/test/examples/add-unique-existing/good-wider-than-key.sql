--@ product sqlite
--@ history
CREATE TABLE users (id INTEGER PRIMARY KEY, tenant INTEGER NOT NULL);
--@ migration 002
CREATE UNIQUE INDEX users_tenant_id ON users (tenant, id);
