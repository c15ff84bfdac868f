CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload jsonb) WITH (fillfactor = 90, autovacuum_enabled = off);
