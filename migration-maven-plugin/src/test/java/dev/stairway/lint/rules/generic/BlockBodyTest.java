package dev.stairway.lint.rules.generic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that hide a change are told from those that guard, check or go step by step. */
class BlockBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN EXECUTE format('DROP TABLE %I', t); END",
                "begin execute 'truncate ' || t; end",
                "BEGIN DROP TABLE x; END",
                "BEGIN ALTER TABLE a DROP COLUMN b; END",
                "BEGIN ALTER TABLE a ADD COLUMN b int, DROP COLUMN c; END",
                "BEGIN ALTER TABLE a ADD COLUMN b int NOT NULL; END",
                "BEGIN ALTER TABLE a ADD CONSTRAINT c CHECK (x > 0) NOT VALID; ALTER TABLE a RENAME TO z; END",
                "BEGIN UPDATE a SET b = 1; END",
                "BEGIN UPDATE ONLY s.a AS x SET b = 1; END",
                "BEGIN DELETE FROM a; END",
                "BEGIN CREATE UNIQUE INDEX i ON t (a); END"
            })
    void hiddenChangesAreFound(String body) {
        assertThat(BlockBody.hides(body)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN CREATE TYPE m AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END",
                "BEGIN RAISE EXCEPTION 'DROP TABLE x first, then UPDATE a SET b'; END",
                "BEGIN -- EXECUTE is not needed, nor DROP TABLE x\n NULL; END",
                "BEGIN /* DELETE FROM a */ NULL; END",
                "BEGIN ALTER TABLE a ADD COLUMN b int; END",
                "BEGIN ALTER TABLE a ADD COLUMN b int NOT NULL DEFAULT 0; END",
                "BEGIN ALTER TABLE a ADD CONSTRAINT c CHECK (x > 0) NOT VALID; END",
                "BEGIN LOOP UPDATE a SET b = 1 WHERE id IN (SELECT id FROM a LIMIT 10); EXIT WHEN NOT FOUND; COMMIT; END LOOP; END",
                "BEGIN CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION f(); END",
                "BEGIN GRANT EXECUTE ON FUNCTION f() TO app; END",
                "BEGIN SELECT count(*) INTO n FROM a FOR UPDATE; END"
            })
    void guardsChecksAndBatchesAreNot(String body) {
        assertThat(BlockBody.hides(body)).isEmpty();
    }
}
