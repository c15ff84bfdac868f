--@ migration 20240101_audit
CREATE TABLE audit_entry (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL);
