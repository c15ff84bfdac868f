--@ product sqlite
--@ rows api_clients 300
--@ history
CREATE TABLE api_clients (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
--@ migration 010
-- UNIQUE cannot be added with the column; NULLs are distinct, so the index is made without a clash
ALTER TABLE api_clients ADD COLUMN token_hash BLOB;
CREATE UNIQUE INDEX ux_api_clients_token ON api_clients (token_hash);
--@ down
DROP INDEX ux_api_clients_token;
ALTER TABLE api_clients DROP COLUMN token_hash;
