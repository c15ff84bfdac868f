CREATE TABLE audit (id bigint PRIMARY KEY, what text NOT NULL);
CREATE INDEX audit_what_idx ON audit (what);
DROP TABLE audit;
