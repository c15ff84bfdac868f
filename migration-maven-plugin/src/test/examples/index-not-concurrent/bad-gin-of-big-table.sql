--@ rows documents 5000000
--@ history
CREATE TABLE documents (id bigint PRIMARY KEY, body jsonb NOT NULL);
--@ migration 002
CREATE INDEX ix_documents_body ON documents USING gin (body jsonb_path_ops);
