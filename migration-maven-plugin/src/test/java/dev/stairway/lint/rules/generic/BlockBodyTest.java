package dev.stairway.lint.rules.generic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.lint.rules.support.Statements;
import java.util.Optional;
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
                "BEGIN CREATE UNIQUE INDEX i ON t (a); END",
                "BEGIN LOOP UPDATE a SET b = 1 WHERE id IN (SELECT id FROM a LIMIT 10); EXIT WHEN NOT FOUND; END LOOP; END",
                "BEGIN FOR r IN SELECT id FROM a LOOP UPDATE a SET b = 1 WHERE id = r.id; END LOOP; END",
                "BEGIN CREATE TEMP TABLE t ON COMMIT DROP AS SELECT 1; LOOP DELETE FROM a; END LOOP; END",
                "BEGIN ALTER TABLE a ADD COLUMN b uuid DEFAULT gen_random_uuid(); END",
                "BEGIN ALTER TABLE a ADD COLUMN b int DEFAULT 1, ADD COLUMN c timestamptz DEFAULT clock_timestamp(); END",
                "BEGIN ALTER TABLE a ADD COLUMN b int REFERENCES c (id); END",
                "BEGIN ALTER TABLE a ADD COLUMN b bigint GENERATED ALWAYS AS IDENTITY; END"
            })
    void hiddenChangesAreFound(String body) {
        assertThat(hides(body)).isPresent();
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
                "BEGIN ALTER TABLE a ADD COLUMN b timestamptz DEFAULT now(); END",
                "BEGIN UPDATE a SET b = 1 WHERE id = 7 RETURNING b INTO n; END",
                "BEGIN RAISE EXCEPTION 'cannot execute: % duplicates', n; END",
                "BEGIN GRANT EXECUTE ON FUNCTION f() TO app; END",
                "BEGIN SELECT count(*) INTO n FROM a FOR UPDATE; END"
            })
    void guardsChecksAndBatchesAreNot(String body) {
        assertThat(hides(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN LOOP DELETE FROM a; COMMIT; END LOOP; END",
                "BEGIN IF x THEN ROLLBACK; END IF; END",
                "BEGIN PERFORM f(); COMMIT AND CHAIN; END"
            })
    void endsOfTransactionsAreFound(String body) {
        assertThat(of(body).ends()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN CREATE TEMP TABLE t (id bigint) ON COMMIT DROP; END",
                "BEGIN RAISE NOTICE '; COMMIT;'; END",
                "BEGIN -- then COMMIT;\n NULL; END"
            })
    void otherWordsAreNone(String body) {
        assertThat(of(body).ends()).isEmpty();
    }

    private static Optional<String> hides(String body) {
        return of(body).hides();
    }

    private static BlockBody of(String body) {
        return BlockBody.of(Statements.last("DO $body$ " + body + " $body$"), body);
    }
}
