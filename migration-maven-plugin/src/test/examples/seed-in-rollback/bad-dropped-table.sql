DROP TABLE countries;
--@ down
CREATE TABLE countries (code text PRIMARY KEY, name text);
INSERT INTO countries (code, name) VALUES ('xx', 'unknown');
--@ also drop-table shape-only-rollback
