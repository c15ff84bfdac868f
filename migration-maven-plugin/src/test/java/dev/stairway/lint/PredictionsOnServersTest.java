package dev.stairway.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.TestServers;
import dev.stairway.measure.lock.StatementTrace;
import dev.stairway.measure.lock.TracedSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the rules say of a change of a table is what the oldest and the newest server then do to its rows. */
class PredictionsOnServersTest {

    private static final int ROWS = 2_000;

    private static final String TABLES = """
            CREATE DOMAIN bare AS text;
            CREATE DOMAIN strict AS text CHECK (VALUE <> 'no');
            CREATE FUNCTION steady() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 1::bigint';
            CREATE FUNCTION unsteady() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
            CREATE SEQUENCE numbers;
            CREATE TABLE parents (id bigint PRIMARY KEY);
            CREATE TABLE things (
                id bigint PRIMARY KEY, parent bigint, number integer, small smallint, amount numeric(10, 2),
                name varchar(50), code char(3), note text, at timestamp, zoned timestamptz(3), document json,
                network cidr, bits varbit(8), proven text, stamp uuid, other text NOT NULL, flags varchar(5)[],
                CONSTRAINT proof CHECK (proven IS NOT NULL AND id > 0));
            CREATE UNIQUE INDEX by_number ON things (number);
            CREATE UNIQUE INDEX by_other ON things (other);
            CREATE UNIQUE INDEX by_proven ON things (proven);
            CREATE TABLE parts (id bigint) PARTITION BY RANGE (id);
            CREATE TABLE part PARTITION OF parts FOR VALUES FROM (1) TO (9);
            CREATE INDEX by_part ON parts (id);
            CREATE MATERIALIZED VIEW seen AS SELECT id FROM things;
            CREATE UNIQUE INDEX by_seen ON seen (id);
            ALTER TABLE things ADD CONSTRAINT hope CHECK (note IS NOT NULL) NOT VALID;
            """;

    private static final String FILL = """
            INSERT INTO parents SELECT i FROM generate_series(1, 2000) i;
            INSERT INTO things
                SELECT i, i, i, 1, 1.5, 'a', 'abc', 'n', now(), now(), '{}', '10.0.0.0/8', '1010', 'p' || i,
                    gen_random_uuid(), 'o' || i, '{a}'
                FROM generate_series(1, 2000) i;
            ANALYZE;
            """;

    /** Each goes through all rows, or writes them anew. */
    private static final List<String> DEAR = List.of(
            "ALTER TABLE things ALTER COLUMN note SET NOT NULL",
            "ALTER TABLE things ALTER COLUMN proven SET NOT NULL, DROP CONSTRAINT proof",
            "ALTER TABLE things ADD CONSTRAINT positive CHECK (number > 0)",
            "ALTER TABLE things ADD COLUMN fresh integer DEFAULT 1 CHECK (fresh > 0)",
            "ALTER TABLE things ADD COLUMN fresh integer CHECK (fresh > 0)",
            "ALTER TABLE things ADD CONSTRAINT once UNIQUE (name, id)",
            "ALTER TABLE things ADD COLUMN fresh integer UNIQUE",
            "ALTER TABLE things ADD CONSTRAINT parented FOREIGN KEY (parent) REFERENCES parents (id)",
            "ALTER TABLE things ADD CONSTRAINT apart EXCLUDE USING btree (other WITH =)",
            "ALTER TABLE things ADD COLUMN fresh double precision DEFAULT random()",
            "ALTER TABLE things ADD COLUMN fresh uuid NOT NULL DEFAULT gen_random_uuid()",
            "ALTER TABLE things ADD COLUMN fresh timestamptz DEFAULT clock_timestamp()",
            "ALTER TABLE things ADD COLUMN fresh bigint DEFAULT nextval('numbers')",
            "ALTER TABLE things ADD COLUMN fresh bigint DEFAULT unsteady()",
            "ALTER TABLE things ADD COLUMN fresh bigserial",
            "ALTER TABLE things ADD COLUMN fresh bigint GENERATED ALWAYS AS IDENTITY",
            "ALTER TABLE things ADD COLUMN fresh bigint GENERATED ALWAYS AS (number * 2) STORED",
            "ALTER TABLE things ADD COLUMN fresh strict",
            "ALTER TABLE things ALTER COLUMN number TYPE bigint",
            "ALTER TABLE things ALTER COLUMN small TYPE integer",
            "ALTER TABLE things ALTER COLUMN amount TYPE numeric(12, 4)",
            "ALTER TABLE things ALTER COLUMN amount TYPE numeric(9, 2)",
            "ALTER TABLE things ALTER COLUMN name TYPE varchar(20)",
            "ALTER TABLE things ALTER COLUMN note TYPE varchar(100)",
            "ALTER TABLE things ALTER COLUMN code TYPE char(5)",
            "ALTER TABLE things ALTER COLUMN code TYPE text",
            "ALTER TABLE things ALTER COLUMN at TYPE timestamp(3)",
            "ALTER TABLE things ALTER COLUMN document TYPE jsonb",
            "ALTER TABLE things ALTER COLUMN flags TYPE text[]",
            "ALTER TABLE things ALTER COLUMN flags TYPE varchar(9)[]",
            "ALTER TABLE things ALTER COLUMN stamp TYPE text",
            "ALTER TABLE things ALTER COLUMN number TYPE text",
            "ALTER TABLE things ALTER COLUMN name TYPE varchar(100) USING trim(name)",
            "ALTER TABLE things DROP CONSTRAINT things_pkey, ADD PRIMARY KEY USING INDEX by_number");

    /** Each changes the catalog, and no row. */
    private static final List<String> CHEAP = List.of(
            "ALTER TABLE things ALTER COLUMN proven SET NOT NULL",
            "ALTER TABLE things ALTER COLUMN id SET NOT NULL",
            "ALTER TABLE things ADD CONSTRAINT positive CHECK (number > 0) NOT VALID",
            "ALTER TABLE things ADD CONSTRAINT parented FOREIGN KEY (parent) REFERENCES parents (id) NOT VALID",
            "ALTER TABLE things ADD CONSTRAINT once UNIQUE USING INDEX by_number",
            "ALTER TABLE things ADD COLUMN fresh timestamptz NOT NULL DEFAULT now()",
            "ALTER TABLE things ADD COLUMN fresh date DEFAULT CURRENT_DATE + 7",
            "ALTER TABLE things ADD COLUMN fresh text[] NOT NULL DEFAULT '{}'",
            "ALTER TABLE things ADD COLUMN fresh bigint DEFAULT steady()",
            "ALTER TABLE things ADD COLUMN fresh jsonb DEFAULT jsonb_build_object('a', 1)",
            "ALTER TABLE things ADD COLUMN fresh bare",
            "ALTER TABLE things ADD COLUMN fresh integer",
            "ALTER TABLE things ALTER COLUMN name TYPE varchar(100)",
            "ALTER TABLE things ALTER COLUMN name TYPE varchar",
            "ALTER TABLE things ALTER COLUMN name TYPE text",
            "ALTER TABLE things ALTER COLUMN name TYPE varchar(60) USING name::varchar(60)",
            "ALTER TABLE things ALTER COLUMN note TYPE varchar",
            "ALTER TABLE things ALTER COLUMN amount TYPE numeric(12, 2)",
            "ALTER TABLE things ALTER COLUMN amount TYPE numeric",
            "ALTER TABLE things ALTER COLUMN zoned TYPE timestamptz(6)",
            "ALTER TABLE things ALTER COLUMN zoned TYPE timestamptz",
            "ALTER TABLE things ALTER COLUMN bits TYPE varbit(16)",
            "ALTER TABLE things ALTER COLUMN network TYPE inet",
            "SET LOCAL timezone = 'UTC'; ALTER TABLE things ALTER COLUMN at TYPE timestamptz",
            "ALTER TABLE things DROP CONSTRAINT things_pkey, ADD PRIMARY KEY USING INDEX by_other",
            "ALTER TABLE things DROP CONSTRAINT things_pkey, ADD PRIMARY KEY USING INDEX by_proven");

    /** Each is refused, in a transaction or without one. */
    private static final List<String> REFUSED = List.of(
            "in: CREATE INDEX CONCURRENTLY fresh ON things (name)",
            "in: DROP INDEX CONCURRENTLY by_number",
            "in: REINDEX TABLE CONCURRENTLY things",
            "in: REINDEX SCHEMA public",
            "in: VACUUM things",
            "in: ALTER TABLE parts DETACH PARTITION part CONCURRENTLY",
            "out: DROP INDEX CONCURRENTLY by_number, by_other",
            "out: DROP INDEX CONCURRENTLY by_number CASCADE",
            "out: DROP INDEX CONCURRENTLY by_part",
            "out: CREATE INDEX CONCURRENTLY fresh ON parts (id)");

    private static final List<String> DONE = List.of(
            "out: CREATE INDEX CONCURRENTLY fresh ON things (name)",
            "out: DROP INDEX CONCURRENTLY by_number",
            "out: REINDEX TABLE CONCURRENTLY things",
            "out: VACUUM things",
            "out: ALTER TABLE parts DETACH PARTITION part CONCURRENTLY",
            "in: REFRESH MATERIALIZED VIEW CONCURRENTLY seen",
            "in: REINDEX TABLE things",
            "in: DROP INDEX by_part");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> whatTheServerRefusesIsTold() {
        return Stream.concat(
                REFUSED.stream().map(step -> DynamicTest.dynamicTest(step, () -> checkRefused(step, true))),
                DONE.stream().map(step -> DynamicTest.dynamicTest(step, () -> checkRefused(step, false))));
    }

    @TestFactory
    Stream<DynamicTest> aDearChangeIsTold() {
        return cases(DEAR, true);
    }

    @TestFactory
    Stream<DynamicTest> aCheapChangeIsNot() {
        return cases(CHEAP, false);
    }

    private Stream<DynamicTest> cases(List<String> changes, boolean dear) {
        return Stream.of(14, 18)
                .flatMap(version -> changes.stream()
                        .map(sql -> DynamicTest.dynamicTest(version + ": " + sql, () -> check(version, sql, dear))));
    }

    private void check(int version, String sql, boolean dear) throws SQLException, IOException {
        assertThat(touchesRows(version, sql))
                .as("PostgreSQL %s works through the rows", version)
                .isEqualTo(dear);
        Set<String> told = told(version, "002", sql, "P0[6-9]|P1[0-7]");
        assertThat(!told.isEmpty()).as("rules that speak: %s", told).isEqualTo(dear);
    }

    private void checkRefused(String step, boolean refused) throws SQLException, IOException {
        boolean transaction = step.startsWith("in: ");
        String sql = step.substring(step.indexOf(' ') + 1);
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), TABLES)) {
            ThrowableAssert.ThrowingCallable play = () -> {
                if (transaction) {
                    steps.inTransaction(sql);
                } else {
                    steps.alone(sql);
                }
            };
            if (refused) {
                assertThatThrownBy(play).isInstanceOf(SQLException.class);
            } else {
                assertThatCode(play).doesNotThrowAnyException();
            }
        }
        Set<String> told = told(18, "002 transactional=" + transaction, sql, "P04");
        assertThat(!told.isEmpty()).as("rules that speak: %s", told).isEqualTo(refused);
    }

    private static boolean touchesRows(int version, String sql) throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(version), TABLES, FILL)) {
            List<StatementTrace> traces = new ArrayList<>(steps.inTransaction(sql.split("; ")));
            return traces.stream()
                    .anyMatch(trace -> !trace.rewrites().isEmpty()
                            || trace.rowsRead().values().stream().anyMatch(read -> read >= ROWS));
        }
    }

    /** Rules with such codes that speak about it. */
    private Set<String> told(int version, String migration, String sql, String codes) throws IOException {
        Path file = folder.resolve("change.sql");
        Files.writeString(
                file,
                "--@ versions " + version + "\n--@ history\n" + TABLES + "--@ migration " + migration + "\n" + sql
                        + ";\n");
        List<LintRule> rules = Catalogue.rules().stream()
                .filter(rule -> rule.facts().on())
                .filter(rule -> rule.facts().code().matches(codes))
                .toList();
        Example example = Example.read(file, rules.get(0).facts());
        Judgement judgement = new Linter(rules).judge(example.release());
        assertThat(judgement.notJudged()).isEmpty();
        return judgement.remarks().stream()
                .map(remark -> remark.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
