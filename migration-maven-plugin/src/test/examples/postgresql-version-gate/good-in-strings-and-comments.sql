--@ versions 14 18
-- NULLS NOT DISTINCT would be nice, and MERGE INTO, too
CREATE TABLE notes (id bigint PRIMARY KEY, body text NOT NULL DEFAULT 'MERGE INTO life; uuidv7()'); /* WITHOUT OVERLAPS */
COMMENT ON TABLE notes IS 'any_value(x), NOT ENFORCED';
